// A figure is drawn for the window; with a box of its own coordinates it can be scaled to a sheet of paper as a whole.
addEventListener('beforeprint', () => {
  for (const drawing of document.querySelectorAll('.js-plotly-plot .main-svg'))
    drawing.setAttribute('viewBox', `0 0 ${drawing.getAttribute('width')} ${drawing.getAttribute('height')}`);
});
