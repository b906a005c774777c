"""What browser tests ask of a page, in the words of a reader."""

import json
from typing import Any

_LIT = "return [...document.querySelectorAll('.w.lit')].map(node => node.textContent)"
_IN_VIEW = """
const [box, pane] = [arguments[0].getBoundingClientRect(), arguments[1].getBoundingClientRect()];
const [top, bottom] = [Math.max(pane.top, 0), Math.min(pane.bottom, innerHeight)];
return box.top >= top && box.bottom <= bottom;
"""


class Page:
    """A page in a driven browser."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, address: str, *, scripting: bool = True) -> "Page":
        """Load the page anew, from a blank one, with empty logs and default emulation."""
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripting})
        self.driver.get("about:blank")
        self.media(scheme="light")
        self.driver.set_window_size(1360, 900)
        self.requests()
        self.console()
        self.driver.get(address)
        return self

    def media(self, *, medium: str = "", scheme: str) -> None:
        """Pretend to be a printer (`print`) or what it is, light or dark."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": medium, "features": features})

    def run(self, script: str, *arguments: Any) -> Any:
        """The value that the script returns in the page."""
        return self.driver.execute_script(script, *arguments)

    def all(self, selector: str) -> list[Any]:
        """The elements that match."""
        return self.driver.find_elements("css selector", selector)

    def one(self, selector: str) -> Any:
        """The first element that matches."""
        return self.driver.find_element("css selector", selector)

    def reference(self, label: str) -> Any:
        """The first reference with that label."""
        return next(link for link in self.all("a.ref") if link.text == label)

    def press(self, *keys: str) -> None:
        """Press keys wherever the focus is."""
        self.driver.switch_to.active_element.send_keys(*keys)

    @property
    def focused(self) -> Any:
        """The element that has the focus."""
        return self.driver.switch_to.active_element

    @property
    def lit(self) -> str:
        """The highlighted words, joined."""
        return "".join(self.run(_LIT))

    def is_in_view(self, element: Any, pane: str) -> bool:
        """Whether the element can be seen in the pane without scrolling."""
        return bool(self.run(_IN_VIEW, element, self.one(pane)))

    def requests(self) -> list[str]:
        """The addresses asked for since the last look, local file and empty icon left out."""
        entries = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        sent = [entry["params"] for entry in entries if entry["method"] == "Network.requestWillBeSent"]
        addresses = [parameters["request"]["url"] for parameters in sent]
        return [address for address in addresses if not address.startswith(("file:", "data:", "about:"))]

    def console(self) -> list[str]:
        """What the page wrote to the console, or the browser about it, since the last look."""
        return [entry["message"] for entry in self.driver.get_log("browser")]
