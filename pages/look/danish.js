// Streamlit has no Danish: the few words of its own that reach a reader are put right here, as they appear.
(() => {
  const WORDS = {
    'App pages': 'Sider',
    'Skip to main content': 'Gå til indholdet',
    'Sidebar': 'Menu',
    'Expand sidebar': 'Åbn menuen',
    'Collapse sidebar': 'Luk menuen',
    'Resize sidebar': 'Menuens bredde',
    'Open': 'Åbn',
    'Close': 'Luk',
    'Dismiss': 'Luk',
    'Clear value': 'Ryd',
    'No results': 'Ingen fundet',
    'Upload': 'Vælg fil',
    'file upload': 'Filer',
    'Add files': 'Tilføj filer',
    'add icon': 'Tilføj filer',
    'Remove file': 'Fjern filen',
    'Drag and drop a file here': 'Træk en fil hertil',
    'Drag and drop files here': 'Træk filer hertil',
    'Page not found': 'Siden findes ikke',
    'Failed to generate file for download': 'Filen kan ikke hentes lige nu. Prøv igen om lidt.',
    'Download failed': 'Filen kan ikke hentes lige nu. Prøv igen om lidt.',
    'Connection error': 'Ingen forbindelse',
    'Connection lost. Please wait for the app to reconnect, then try again.': 'Forbindelsen er afbrudt. Vent et øjeblik, og prøv igen.',
  };
  const SENTENCES = [
    [/^(You have requested page|The page that you have requested).*/, 'Adressen fører ikke til en side, du kan se. Her er overblikket i stedet.'],
    [/^Is Streamlit still running\?.*/, 'Programmet svarer ikke. Er det standset, skal det startes igen.'],
    [/^Streamlit server is not responding\..*/, 'Programmet svarer ikke lige nu. Siden går selv videre, når det gør, og det, du har skrevet, bliver stående.'],
    [/^Connection (timed out|failed).*/, 'Programmet svarer ikke. Prøv igen om lidt.'],
    [/^(\d+(?:\.\d+)?)([KMG]B) per file.*/, 'Højst $1 $2 pr. fil'],
    [/^streamlit run .*/, ''],
    [/^Remove (.+)$/, 'Fjern $1'],
    [/^(.+, )?(\d+)\.(\d+)([KMG]B)$/, '$1$2,$3 $4'],
    // Read aloud while a list is open, in the browser's language.
    [/^(\d+) options? available\.$/, '$1 valgmuligheder.'],
    [/^(.+), selected$/, '$1, valgt'],
  ];
  const PLACES = '[data-testid="stSkipToContent"], [role="dialog"], [role="listbox"], [data-testid="stFileUploader"], [data-testid="stConnectionStatus"], [data-testid="stDownloadButtonError"], [role="log"]';
  const ATTRIBUTES = ['aria-label', 'title', 'placeholder'];

  const danish = text => {
    const known = WORDS[text.trim()];
    if (known !== undefined) return known;
    const found = SENTENCES.find(([pattern]) => pattern.test(text.trim()));
    return found ? text.trim().replace(found[0], found[1]) : text;
  };

  // Everything of `root` that matches, itself included; the figures are ours, and large.
  const inside = (root, selector) =>
    [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)];

  const translateAttributes = root => {
    for (const name of ATTRIBUTES)
      for (const element of inside(root, `[${name}]`)) {
        const before = element.getAttribute(name), after = danish(before);
        if (after !== before) element.setAttribute(name, after);
      }
  };

  const translateTexts = place => {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const after = danish(node.data);
      if (after !== node.data) node.data = after;
    }
  };

  // The menu's list holds its sections as plain blocks, which a list may not; as links in a navigation they need no list.
  const plainMenu = root => {
    for (const element of inside(root, '[data-testid="stSidebarNavItems"], [data-testid="stSidebarNavItems"] li'))
      element.setAttribute('role', 'none');
  };

  const put = root => {
    translateAttributes(root);
    plainMenu(root);
    for (const place of root.closest(PLACES) ? [root] : root.querySelectorAll(PLACES)) translateTexts(place);
  };

  const changed = changes => {
    const roots = new Set();
    for (const {type, target, addedNodes} of changes) {
      const nodes = type === 'childList' ? [...addedNodes] : [target];
      for (const node of nodes) {
        const element = node instanceof Element ? node : node.parentElement;
        if (element?.isConnected && !element.closest('.js-plotly-plot')) roots.add(element);
      }
    }
    roots.forEach(put);
  };

  document.documentElement.lang = 'da';
  put(document.body);
  new MutationObserver(changed).observe(document.body, {childList: true, subtree: true, characterData: true});
})();
