// When the server has ended the session because its sign-in is over, the page says so, and keeps what was typed on it:
// one signs in again in another tab, and the page goes on by itself.
(() => {
  const PAUSE = 1500, UNAUTHORIZED = 401, TITLE = 'Din adgang er udløbet';
  let notice = null, watching = false;

  const connected = () =>
    document.querySelector('[data-testid="stApp"]')?.dataset.testConnectionState === 'CONNECTED';
  const pause = () => new Promise(done => setTimeout(done, PAUSE));

  // Streamlit throws away a script in which there stands a tag, so each element is made by itself.
  const made = (kind, parent, text = '') => {
    const element = document.createElement(kind);
    element.textContent = text;
    parent.append(element);
    return element;
  };

  const show = () => {
    notice = made('section', document.body);
    notice.className = 'kb-signed-out';
    notice.dataset.reactAriaTopLayer = 'true';  // Streamlit's own dialog makes all else inert
    for (const [name, value] of [['role', 'alertdialog'], ['aria-modal', 'true'], ['aria-label', TITLE]])
      notice.setAttribute(name, value);
    const box = made('div', notice);
    made('h2', box, TITLE);
    made('p', box, 'Log ind igen i en ny fane. Denne side bliver, som den er, med det, du har skrevet.');
    const link = made('a', box, 'Log ind igen');
    link.href = '/log-ind?til=/log-ind/igen';
    link.target = '_blank';
    document.getElementById('root').inert = true;
    link.focus();
  };

  const hide = () => {
    notice?.remove();
    notice = null;
    document.getElementById('root').inert = false;
  };

  const watch = async () => {
    if (watching) return;
    watching = true;
    while (!connected()) {
      const answer = await fetch('/log-ind/igen', {cache: 'no-store'}).catch(() => null);
      if (answer?.status === UNAUTHORIZED && !notice && !connected()) show();
      if (answer?.ok && notice) hide();
      await pause();
    }
    watching = false;
    if (notice) hide();
  };

  new MutationObserver(watch).observe(document.body, {
    subtree: true, attributes: true, attributeFilter: ['data-test-connection-state'],
  });
})();
