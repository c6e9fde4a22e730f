// Streamlit waits for the next click when its connection is back. Where another process answers than before, that one
// knows nothing of what stands on the page: the page tells it at once, with all that was typed meanwhile.
(() => {
  const state = () => document.querySelector('[data-testid="stApp"]')?.dataset.testConnectionState;
  let lost = false;

  // Streamlit runs the page anew at this key, which it knows by its old number; pressed on nothing, it types nothing.
  const KEY = {key: 'r', code: 'KeyR', bubbles: true}, NUMBER = {value: 82};
  const again = () => {
    for (const kind of ['keydown', 'keyup']) {
      const event = new KeyboardEvent(kind, KEY);
      Object.defineProperties(event, {keyCode: NUMBER, which: NUMBER});
      document.body.dispatchEvent(event);
    }
  };

  const changed = () => {
    if (state() === 'CONNECTED' && lost) {
      lost = false;
      again();
    } else if (state() && state() !== 'CONNECTED' && state() !== 'INITIAL') lost = true;
  };

  new MutationObserver(changed).observe(document.body, {
    subtree: true, attributes: true, attributeFilter: ['data-test-connection-state'],
  });
})();
