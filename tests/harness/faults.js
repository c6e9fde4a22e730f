// What a test asks of a page. Each function returns plain data; tests/harness/faults.py says what is a fault.
({
  // All text that a person can see or have read aloud, one piece each.
  words() {
    const attributes = ['aria-label', 'title', 'placeholder', 'alt', 'data-title', 'aria-description'];
    const named = attributes.flatMap(name =>
      [...document.querySelectorAll(`[${name}]`)].filter(e => e.checkVisibility()).map(e => e.getAttribute(name)));
    const drawn = [...document.querySelectorAll('svg text')].filter(e => e.checkVisibility()).map(e => e.textContent);
    return [document.title, document.body.innerText, ...named, ...drawn];
  },

  // Elements that reach past the right edge, or containers of the page that can be scrolled sideways.
  sideways() {
    const wide = document.documentElement.clientWidth;
    const scrolls = e => e && ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(e).overflowX);
    const name = e => `${e.tagName.toLowerCase()}${e.dataset?.testid ? `[${e.dataset.testid}]` : ''}`;
    const frame = [document.documentElement, document.body,
      ...document.querySelectorAll('[data-testid="stAppViewContainer"], [data-testid="stMain"], [data-testid="stMainBlockContainer"]')];
    const scrollable = frame.filter(e => e.scrollWidth > e.clientWidth + 1)
      .map(e => `${name(e)} is ${e.scrollWidth} wide in ${e.clientWidth}`);
    const clipped = e => { for (let p = e.parentElement; p && !frame.includes(p); p = p.parentElement) if (scrolls(p)) return true; };
    const out = [...document.querySelectorAll('[data-testid="stMain"] *')]
      .filter(e => e.checkVisibility({opacityProperty: true}) && e.getBoundingClientRect().width > 1)
      .filter(e => e.getBoundingClientRect().right > wide + 1 && !clipped(e))
      .map(e => `${name(e)} ends at ${Math.round(e.getBoundingClientRect().right)} of ${wide}`);
    return [...scrollable, ...out];
  },

  broken() {
    return [...document.querySelectorAll('[data-testid="stException"], [data-testid="stConnectionError"]')].map(e => e.innerText);
  },

  language() {
    return document.documentElement.lang;
  },

  // For every filled shape of the map inside `selector`: its name, its colour, and points well inside it on the screen.
  shapes(selector) {
    const inside = (path, x, y) => path.isPointInFill(new DOMPoint(x, y));
    const points = path => {
      const box = path.getBBox(), matrix = path.getScreenCTM(), steps = 24, margin = Math.min(box.width, box.height) / 20;
      const found = [];
      for (let i = 1; i < steps; i++) for (let j = 1; j < steps; j++) {
        const x = box.x + box.width * i / steps, y = box.y + box.height * j / steps;
        if ([[0, 0], [margin, 0], [-margin, 0], [0, margin], [0, -margin]].every(([dx, dy]) => inside(path, x + dx, y + dy))) {
          const on = new DOMPoint(x, y).matrixTransform(matrix);
          found.push([on.x, on.y]);
        }
      }
      return found;
    };
    const map = document.querySelector(selector);
    map?.scrollIntoView({block: 'center'});
    return [...(map?.querySelectorAll('.scatterlayer .js-fill') ?? [])].map(path => {
      const style = getComputedStyle(path);
      return {fill: style.fill, opacity: style.fillOpacity * style.opacity, points: points(path)};
    });
  },
})
