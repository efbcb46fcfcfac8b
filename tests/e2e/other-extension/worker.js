// What a hostile extension would try; the test calls it.
globalThis.ask = (extensionId, message) =>
  chrome.runtime.sendMessage(extensionId, message).then(
    (answer) => JSON.stringify(answer ?? 'no answer'),
    (error) => `refused: ${error.message}`,
  );
