// Resolves, after the next Enter, with the milliseconds from that key to the frame that shows the last change it caused.
() => new Promise(done => {
  const app = document.querySelector('[data-testid="stApp"]');
  const QUIET = 400;  // longer than any pause between two changes of one repaint, and not part of the measure
  let started, painted, quiet, waiting, ran = false;
  const SURELY = 3000;  // a short script may come and go between two changes of the page, and is not seen running
  const finish = () => {
    quiet ??= painted;
    const over = ran || performance.now() - started > SURELY;
    if (app.dataset.testScriptState !== 'notRunning' || !over) { waiting = setTimeout(finish, QUIET); return; }
    watch.disconnect();
    // What moves seconds after a script that was not seen running was not moved by it.
    done((ran ? painted : quiet) - started);
  };
  const changed = changes => {
    if (started === undefined) return;
    ran ||= changes.some(change => change.attributeName === 'data-test-script-state');
    requestAnimationFrame(() => requestAnimationFrame(now => { painted = now; }));
    clearTimeout(waiting);
    waiting = setTimeout(finish, QUIET);
  };
  const watch = new MutationObserver(changed);
  watch.observe(document.documentElement, {subtree: true, childList: true, attributes: true, characterData: true});
  addEventListener('keydown', e => { if (e.key === 'Enter') started ??= e.timeStamp; }, {capture: true});
})
