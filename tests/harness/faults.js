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

  // Texts of a chart that cover each other or reach outside it.
  crowded() {
    const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) * 0.35;
    const leaves = (a, b) => a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - 1 || a.bottom > b.bottom + 1;
    return [...document.querySelectorAll('.js-plotly-plot')].filter(plot => plot.checkVisibility()).flatMap(plot => {
      const edge = plot.getBoundingClientRect();
      const texts = [...plot.querySelectorAll('text')].filter(e => e.checkVisibility() && e.textContent.trim())
        .map(e => ({says: e.textContent.trim(), box: e.getBoundingClientRect()})).filter(each => each.box.width > 1);
      return texts.flatMap((one, at) => [
        ...(leaves(one.box, edge) ? [`»${one.says}« reaches outside its chart`] : []),
        ...texts.slice(at + 1).filter(other => meet(one.box, other.box)).map(other => `»${one.says}« over »${other.says}«`),
      ]);
    });
  },

  // Words that go on in the next line without a hyphen of their own: their box is too narrow for them.
  divided() {
    const found = [], texts = document.createTreeWalker(document.querySelector('[data-testid="stApp"]'), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode, range = document.createRange();
      if (!text.parentElement.checkVisibility({opacityProperty: true}) || text.parentElement.closest('svg, style, script')) continue;
      for (const {0: word, index} of text.data.matchAll(/[\p{L}\p{N}]{3,}/gu)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = [...range.getClientRects()].filter(box => box.width > 1);
        if (new Set(lines.map(box => Math.round(box.top))).size > 1) found.push(word);
      }
    }
    return found;
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
