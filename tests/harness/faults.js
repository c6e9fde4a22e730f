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
    const shown = e => ['IMG', 'CANVAS', 'INPUT', 'BUTTON', 'TABLE', 'svg'].includes(e.tagName)
      || [...e.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const out = [...document.querySelectorAll('[data-testid="stApp"] *')]
      .filter(e => shown(e) && e.checkVisibility({opacityProperty: true}) && e.getBoundingClientRect().width > 1)
      .filter(e => e.getBoundingClientRect().right > wide + 1 && !clipped(e))
      .map(e => `${name(e)} ends at ${Math.round(e.getBoundingClientRect().right)} of ${wide}`);
    return [...scrollable, ...out];
  },

  // Words that end where their box ends: what does not fit is hidden instead of set on a new line.
  cut() {
    const hides = e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX);
    const own = e => [...e.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const says = e => e.tagName === 'INPUT' || own(e) ? (e.value || e.innerText || '').trim() : '';
    // What only a screen reader is meant to meet is a box of one pixel.
    const scrolls = e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
    const box = e => { for (let p = e; p && !scrolls(p); p = p.parentElement) if (p.tagName === 'INPUT' || hides(p)) return p; };
    return [...document.querySelectorAll('[data-testid="stApp"] :not(svg, svg *)')]
      .filter(e => says(e) && e.checkVisibility({opacityProperty: true}) && e.getBoundingClientRect().width > 2)
      .filter(e => { const b = box(e); return b && b.clientWidth > 2 && (b === e ? e.scrollWidth > e.clientWidth + 1
        : e.getBoundingClientRect().right > b.getBoundingClientRect().right + 1); })
      .map(e => says(e).slice(0, 60));
  },

  // The levels of the headings in view, in the order they stand.
  headings() {
    return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(e => e.checkVisibility()).map(e => Number(e.tagName[1]));
  },

  // What has the keyboard: its name, and how wide a line stands around it.
  focus() {
    const e = document.activeElement, around = e.closest('label, [role="group"]') ?? e;
    const wide = Math.max(...[e, around].map(each => {
      const {outlineStyle, outlineWidth} = getComputedStyle(each);
      return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
    }));
    const name = e.getAttribute('aria-label') || e.innerText || e.closest('label')?.innerText || e.tagName;
    return {name: name.trim(), outline: wide, body: e === document.body};
  },

  broken() {
    return [...document.querySelectorAll('[data-testid="stException"], [data-testid="stConnectionError"]')].map(e => e.innerText);
  },

  language() {
    return document.documentElement.lang;
  },

  // For every chart with two ordinary axes: where it is on the whole page, and how its axes map numbers to pixels.
  charts() {
    return [...document.querySelectorAll('.js-plotly-plot')].map((plot, index) => [plot, index])
      .filter(([plot]) => plot._fullLayout?.xaxis && plot.checkVisibility())
      .map(([plot, index]) => {
        const box = plot.getBoundingClientRect(), {xaxis, yaxis} = plot._fullLayout;
        const larger = box.width / plot.offsetWidth;  // a slide's figure is drawn, then enlarged as a whole
        const line = axis => {
          const [from, to] = axis.range.map(Number), at = larger * (axis._offset + axis.l2p(from));
          return {from, to, at, per: (larger * (axis._offset + axis.l2p(to)) - at) / (to - from)};
        };
        return {index, left: box.left, top: box.top, width: box.width, height: box.height, x: line(xaxis), y: line(yaxis)};
      });
  },
})
