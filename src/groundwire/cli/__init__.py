"""The command line: thin. It parses, calls the app, renders, and turns the outcome into an exit code.

Guarantees: importing a command module imports typer and nothing heavier; results go to standard output and
everything else to standard error; the exit codes are those of the contract.
"""
