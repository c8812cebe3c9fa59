"use strict";
(() => {
  const suggest = (kind) => ({
    get: async (editor, token) => {
      const words = token && token.autocompletionString ? token.autocompletionString : "";
      const reply = await fetch(`/completions?kind=${kind}&words=${encodeURIComponent(words)}`);
      return reply.ok ? reply.json() : [];
    },
  });
  const editor = Yasgui.Yasqe;
  for (const kind of ["property", "class"]) Object.assign(editor.Autocompleters[kind], suggest(kind));
  const gui = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint: `${location.origin}/sparql`, method: "POST" },
    endpointCatalogueOptions: { getData: () => [{ endpoint: `${location.origin}/sparql` }] },
    persistenceId: null,
    copyEndpointOnNewTab: true,
  });
  const examples = document.getElementById("examples");
  examples.addEventListener("change", () => {
    if (!examples.value) return;
    const tab = gui.getTab() || gui.addTab(true);
    tab.setQuery(examples.value);
    tab.query();
  });
})();
