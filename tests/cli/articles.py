"""Short articles of our own for running commands on."""

HARBOUR = """Harbour of Lindvik closed after oil leak

LINDVIK, March 4, 2025 - The port authority of Lindvik closed the northern harbour on Tuesday after 12,000 litres of oil leaked from the ferry Aurora. Nobody was hurt, the authority said.

"We expect to open again on Friday," said harbour master Ingrid Solberg. She added that two tugs were cleaning the basin.

The shipping company Nordline denied that the ferry had been overdue for inspection. According to the coast guard, the leak may have begun at sea.

The ferry carries about 900 passengers a day between Lindvik and the island of Haro. Buses will replace it until the harbour opens again.
"""

HARBOUR_ELSEWHERE = """Ferry leak shuts port

Lindvik's northern harbour was closed on 4 March 2025 because oil had leaked from the ferry Aurora, the port authority reported. It put the amount at 15,000 litres.

Harbour master Ingrid Solberg said the basin was being cleaned by two tugs. Fishing boats were sent to the southern harbour, where berths are scarce in spring.

A spokesman for Nordline rejected claims that an inspection of the ferry was overdue. Three schools on Haro stayed closed on Wednesday because teachers could not reach the island.
"""
