// A figure is drawn for the window; with a box of its own coordinates it can be scaled to a sheet of paper as a whole.
addEventListener('beforeprint', () => {
  for (const drawing of document.querySelectorAll('.js-plotly-plot .main-svg'))
    drawing.setAttribute('viewBox', `0 0 ${drawing.getAttribute('width')} ${drawing.getAttribute('height')}`);
});

// Sheets part company: below each of them stand the page, the place, the period, the release, and whether it is a demo.
(() => {
  const sheet = document.head.appendChild(document.createElement('style'));
  const quoted = text => JSON.stringify(text);

  const told = () => {
    const chosen = [...document.querySelectorAll('.st-key-kb-choices input')].slice(0, 2).map(each => each.value);
    const facts = [...document.querySelectorAll('.kb-footer > span')].map(each => each.textContent);
    const release = facts.filter(fact => fact.startsWith('Demodata') || fact.startsWith('Udgave'));
    return [document.title, ...chosen, ...release].filter(Boolean).join(' · ');
  };

  addEventListener('beforeprint', () => {
    sheet.textContent = `@page {
      @bottom-left { content: ${quoted(told())}; font: 7.5pt system-ui, sans-serif; color: #55606a; width: 90%; }
      @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt system-ui, sans-serif; color: #55606a; }
    }`;
  });
})();
