// When the server has ended the session because its sign-in is over, the page says so, and keeps what was typed on it:
// one signs in again in another tab, and the page goes on by itself.
(() => {
  const PAUSE = 1500, UNAUTHORIZED = 401;
  let notice = null, watching = false;

  const connected = () =>
    document.querySelector('[data-testid="stApp"]')?.dataset.testConnectionState === 'CONNECTED';
  const pause = () => new Promise(done => setTimeout(done, PAUSE));

  const show = () => {
    notice = document.createElement('section');
    notice.className = 'kb-signed-out';
    notice.setAttribute('role', 'alertdialog');
    notice.setAttribute('aria-modal', 'true');
    notice.setAttribute('aria-label', 'Din adgang er udløbet');
    notice.innerHTML = '<div><h2>Din adgang er udløbet</h2><p>Log ind igen i en ny fane. Denne side bliver, som den er, ' +
      'med det, du har skrevet.</p><a href="/log-ind?til=/log-ind/igen" target="_blank">Log ind igen</a></div>';
    document.body.append(notice);
    document.getElementById('root').inert = true;
    notice.querySelector('a').focus();
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
