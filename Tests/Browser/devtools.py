# SPDX-License-Identifier: Apache-2.0
"""A headless Chromium, driven over the Chrome DevTools protocol through a pipe: no port, no package."""

import asyncio
import json
import os
import shutil
import tempfile

NAMES = ("chromium", "chromium-browser", "google-chrome")
# What keeps a browser quiet: nothing of its own goes out, nothing depends on the machine.
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--no-first-run",
    "--no-default-browser-check", "--mute-audio", "--hide-scrollbars", "--font-render-hinting=none",
    "--force-color-profile=srgb", "--disable-dev-shm-usage", "--remote-debugging-pipe",
)
# A page that takes longer than this, in seconds, hangs.
PATIENCE = 60


class BrowserError(Exception):
    """The browser could not be started, died, or refused what it was asked."""


def find():
    """The path of a Chromium, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Browser:
    """One running browser; use it with `async with`."""

    async def __aenter__(self):
        program = find()
        if not program:
            raise BrowserError("no chromium is installed: make setup, or Scripts/setup.sh --tests")
        self.profile = tempfile.mkdtemp(prefix="yuebao-browser-")
        to_read, to_write = os.pipe()
        self.to_read, to_answer = os.pipe()
        self.process = await self._start(program, to_read, to_answer)
        os.close(to_read)
        os.close(to_answer)
        self.number, self.waiting, self.listeners = 0, {}, {}
        self.reader = asyncio.create_task(self._read())
        self.writer, _ = await asyncio.get_running_loop().connect_write_pipe(
            asyncio.BaseProtocol, os.fdopen(to_write, "wb"))
        return self

    async def _start(self, program, commands, answers):
        # The protocol's ends are the browser's descriptors 3 and 4. They are moved by a shell,
        # since no fork of ours may run Python code while tasks are under way.
        line = f'exec "$@" 3<&{commands} 4>&{answers}'
        arguments = [program, *OPTIONS, f"--user-data-dir={self.profile}", "about:blank"]
        return await asyncio.create_subprocess_exec(
            "/bin/bash", "-c", line, "bash", *arguments, pass_fds=(commands, answers),
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL)

    async def __aexit__(self, *_):
        try:
            await asyncio.wait_for(self.send("Browser.close"), 5)
        except (BrowserError, asyncio.TimeoutError, OSError):
            pass
        try:
            await asyncio.wait_for(self.process.wait(), 5)
        except asyncio.TimeoutError:
            self.process.kill()
            await self.process.wait()
        self.reader.cancel()
        self.writer.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    async def _read(self):
        stream = asyncio.StreamReader(limit=1 << 30)
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(stream), os.fdopen(self.to_read, "rb"))
        try:
            while True:
                self._take(json.loads((await stream.readuntil(b"\0"))[:-1]))
        except asyncio.IncompleteReadError:
            for answer in self.waiting.values():
                if not answer.done():
                    answer.set_exception(BrowserError("the browser ended"))

    def _take(self, message):
        if "id" in message:
            answer = self.waiting.pop(message["id"], None)
            if answer is None or answer.done():
                return
            if "error" in message:
                answer.set_exception(BrowserError(message["error"]["message"]))
            else:
                answer.set_result(message["result"])
        elif listener := self.listeners.get(message.get("sessionId")):
            listener(message["method"], message["params"])

    async def send(self, method, session=None, **parameters):
        """The answer to one command."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        answer = self.waiting[self.number] = asyncio.get_running_loop().create_future()
        self.writer.write(json.dumps(message).encode() + b"\0")
        return await asyncio.wait_for(answer, PATIENCE)

    async def tab(self):
        """A new tab that records what its pages say and ask for."""
        target = (await self.send("Target.createTarget", url="about:blank"))["targetId"]
        session = (await self.send(
            "Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        tab = Tab(self, session)
        self.listeners[session] = tab.hear
        for domain in ("Page", "Network", "Runtime", "Log"):
            await tab.send(f"{domain}.enable")
        return tab


class Tab:
    """One tab. `said` and `asked` hold what the page now open said and the addresses it asked for."""

    def __init__(self, browser, session):
        self.browser, self.session = browser, session
        self.said, self.asked, self.loaded = [], [], asyncio.Event()

    async def send(self, method, **parameters):
        return await self.browser.send(method, self.session, **parameters)

    def hear(self, method, event):
        if method == "Page.loadEventFired":
            self.loaded.set()
        elif method == "Network.requestWillBeSent":
            self.asked.append(event["request"]["url"])
        elif method == "Runtime.consoleAPICalled":
            values = [str(one.get("value", one.get("description"))) for one in event["args"]]
            self.said.append(f"{event['type']}: {' '.join(values)}")
        elif method == "Runtime.exceptionThrown":
            self.said.append(f"exception: {event['exceptionDetails']['text']}")
        elif method == "Log.entryAdded":
            self.said.append(f"{event['entry']['level']}: {event['entry']['text']}")
        elif method == "Page.javascriptDialogOpening":
            self.said.append(f"dialog: {event['message']}")
            asyncio.ensure_future(self.send("Page.handleJavaScriptDialog", accept=True))

    async def open(self, url):
        """Opens a page and waits until it has loaded."""
        self.said, self.asked, self.loaded = [], [], asyncio.Event()
        result = await self.send("Page.navigate", url=url)
        if "errorText" in result:
            raise BrowserError(f"{url}: {result['errorText']}")
        await asyncio.wait_for(self.loaded.wait(), PATIENCE)

    async def resize(self, width, height=900, scale=1):
        """Sets the window, in CSS pixels. Not as a phone: a phone's window grows with its page."""
        await self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=scale, mobile=False)

    async def scheme(self, name, media="screen"):
        """`light` or `dark`, on screen or in `print`."""
        await self.send(
            "Emulation.setEmulatedMedia", media=media,
            features=[{"name": "prefers-color-scheme", "value": name}])

    async def evaluate(self, script):
        """The value of a script in the page; promises are waited for."""
        answer = await self.send(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")
