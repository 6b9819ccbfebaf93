/**
 * Style elements made by scripts, without `style-src-elem 'unsafe-inline'`.
 *
 * The editor colours its text with style elements that it fills while running; a strict content security policy
 * refuses those, and the text stays black. Style sheets that a script constructs and adopts are allowed. So a
 * script that asks this document for a `style` element gets an element that adopts its own text as such a sheet.
 * Imported before everything else.
 */
class AdoptedStyle extends HTMLElement {
  sheet = new CSSStyleSheet();
  #watch = new MutationObserver(() => this.#read());

  connectedCallback() {
    this.hidden = true;
    this.#watch.observe(this, { characterData: true, childList: true, subtree: true });
    if (this.textContent) this.#read();
    if (!document.adoptedStyleSheets.includes(this.sheet)) document.adoptedStyleSheets.push(this.sheet);
  }

  disconnectedCallback() {
    this.#watch.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }

  #read() {
    this.sheet.replaceSync(this.textContent);
  }
}

customElements.define('adopted-style', AdoptedStyle);

const createElement = document.createElement.bind(document);
document.createElement = (name, options) =>
  createElement(String(name).toLowerCase() === 'style' ? 'adopted-style' : name, options);
