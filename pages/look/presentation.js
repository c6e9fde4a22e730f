// The presentation is driven by keys: Streamlit's own single keys (c clears, r runs again) are out of the way everywhere.
(() => {
  const STEPS = {ArrowRight: 1, ' ': 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Home: -99, End: 99};
  const STREAMLITS_OWN = ['c', 'r'];
  const HIDES = ['s', '.', 'b'];  // s on the keyboard; a clicker's button sends one of the others
  const WIDE = 1280, HIGH = 720, NARROW = 768;  // as in presentation.css
  const root = document.documentElement;

  const slide = () => document.querySelector('.st-key-kb-slide');
  const typing = target => target instanceof Element && target.closest('input:not([type="radio"]), textarea, select, [contenteditable="true"]');
  const pressable = target => target instanceof Element && target.closest('button, a, summary, [role="button"]');

  // Keys may come faster than slides are drawn, and an answer on its way may set the number back: what was asked for
  // is asked again until it is shown.
  const PATIENCE = 5000, AGAIN = 100;
  let wanted = null, until = 0;

  const numbers = () => [...document.querySelectorAll('.st-key-kb-slide-numbers input[type="radio"]')];
  const shown = () => parseInt(document.querySelector('.kb-slide-place')?.textContent, 10) - 1;

  const step = by => {
    const all = numbers(), waiting = wanted !== null;
    const from = waiting ? wanted : all.findIndex(number => number.checked);
    wanted = Math.min(Math.max(from + by, 0), all.length - 1);
    until = Date.now() + PATIENCE;
    if (waiting) all[wanted]?.click();
    else go();
  };

  const go = () => {
    const all = numbers(), there = all[wanted]?.checked;
    if (!all.length || Date.now() > until || (there && shown() === wanted)) {
      wanted = null;
      return;
    }
    if (!there) all[wanted].click();
    setTimeout(go, AGAIN);
  };

  const ask = open => {
    root.classList.toggle('kb-asking', open);
    if (root.classList.contains('kb-asking')) document.querySelector('.st-key-kb-ask textarea')?.focus();
    else if (typing(document.activeElement)) document.activeElement.blur();
  };

  const leave = () => {
    root.classList.remove('kb-numbers-hidden', 'kb-asking');
    document.querySelector('.st-key-kb-brand a')?.click();
  };

  const DOES = {
    next: () => step(1),
    back: () => step(-1),
    hide: () => root.classList.toggle('kb-numbers-hidden'),
    ask: () => ask(),
    leave,
  };

  addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const written = typing(event.target);
    // A person's keys are never Streamlit's; again.js presses one of them.
    if (!written && event.isTrusted && STREAMLITS_OWN.includes(key)) event.stopImmediatePropagation();
    if (!slide()) return;
    if (key === 'Escape') root.classList.contains('kb-asking') ? ask(false) : leave();
    else if (written || (key === ' ' && pressable(event.target))) return;
    else if (key in STEPS) step(STEPS[key]);
    else if (HIDES.includes(key)) DOES.hide();
    else if (key === 'q') ask(true);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  addEventListener('click', event => {
    const does = event.target instanceof Element && event.target.closest('.st-key-kb-slide [data-kb]')?.dataset.kb;
    if (does) DOES[does]();
  }, true);

  // A slide is made for 1280 x 720; a larger window shows the same slide larger.
  const fit = () => {
    const scale = innerWidth < NARROW ? 1 : Math.min(innerWidth / WIDE, innerHeight / HIGH);
    root.style.setProperty('--slide-scale', scale);
    root.style.setProperty('--slide-left', `${(innerWidth - WIDE * scale) / 2}px`);
    root.style.setProperty('--slide-top', `${(innerHeight - HIGH * scale) / 2}px`);
  };
  addEventListener('resize', fit);
  fit();
})();
