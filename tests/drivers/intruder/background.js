// Each attempt answers what came of it; the test calls these through the worker.

globalThis.tryMessage = (id, message) =>
  chrome.runtime.sendMessage(id, message).then(
    (answer) => ({ reached: true, answer: answer ?? null }),
    (error) => ({ reached: false, error: String(error.message ?? error) }),
  );

globalThis.tryPort = (id, message, waitMs = 1000) =>
  new Promise((resolve) => {
    const port = chrome.runtime.connect(id, { name: "intruder" });
    const timer = setTimeout(() => resolve({ reached: true, answer: null }), waitMs);
    const done = (result) => {
      clearTimeout(timer);
      resolve(result);
    };
    port.onMessage.addListener((answer) => done({ reached: true, answer }));
    port.onDisconnect.addListener(() =>
      done({ reached: false, error: chrome.runtime.lastError?.message ?? "disconnected" }),
    );
    port.postMessage(message);
  });

// From a script of ours in the isolated world of a web page: the sender names the page's origin, but our id.
globalThis.tryFromPage = async (tabId, id, message) => {
  const [frame] = await chrome.scripting.executeScript({
    target: { tabId },
    args: [id, message],
    func: (target, body) =>
      chrome.runtime.sendMessage(target, body).then(
        (answer) => ({ reached: true, answer: answer ?? null }),
        (error) => ({ reached: false, error: String(error.message ?? error) }),
      ),
  });
  return frame.result;
};

// A file of the other extension, as a web page or an extension could ask for it.
globalThis.tryFetch = (url) =>
  fetch(url).then(
    (response) => ({ reached: true, answer: response.status }),
    (error) => ({ reached: false, error: String(error.message ?? error) }),
  );
