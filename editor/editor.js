// The SPARQL editor of southsouth: YASGUI, tied to this server, asking no other.
import Yasgui from "@zazuko/yasgui";
import "@zazuko/yasgui/build/yasgui.min.css";
import "./editor.css";

const Yasqe = Yasgui.Yasqe;
const endpoint = new URL("/sparql", location.href).href;

// Its completers ask services on other hosts for terms; ours come from this server.
async function useLocalTerms() {
  const terms = await (await fetch("/editor/terms.json")).json();
  const starting = (list) => (_yasqe, token) => {
    const typed = (token && token.autocompletionString) || "";
    return list.filter((iri) => iri.startsWith(typed)).slice(0, 100);
  };
  const prefixes = Object.entries(terms.prefixes).map(([name, iri]) => `${name}: <${iri}>`);
  const completers = Yasqe.Autocompleters;
  Object.assign(completers.class, { bulk: false, persistenceId: null, get: starting(terms.classes) });
  Object.assign(completers.property, {
    bulk: false, persistenceId: null, get: starting(terms.properties),
  });
  Object.assign(completers.prefixes, { bulk: true, persistenceId: null, get: () => prefixes });
}

async function start() {
  const place = document.getElementById("editor");
  const form = document.getElementById("text");
  await useLocalTerms();
  const gui = new Yasgui(place, {
    requestConfig: { endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [] },
    copyEndpointOnNewTab: true,
    persistenceId: null,
    populateFromUrl: false,
    autofocus: false,
    yasqe: { value: form.value, persistenceId: null, createShareableLink: null },
    yasr: { persistenceId: null },
  });
  gui.getTab().setQuery(form.value);
  // a tab asks this server, whatever it was given
  gui.on("queryBefore", (_gui, tab) => tab.setEndpoint(endpoint));
  for (const field of place.querySelectorAll("textarea")) {
    field.setAttribute("aria-label", "Query");
  }
  document.documentElement.dataset.editor = "ready";
}

start();
