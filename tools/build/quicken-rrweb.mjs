/**
 * Makes @rrweb/record do the same work with less: no live lists and attribute nodes where a walk is
 * enough, no objects made anew for every node, no copy of the page kept in memory, one question
 * about blocking where there were several. The events that come out are the same.
 *
 * Same rule as in trim-rrweb.mjs, which applies this: what is replaced must be there exactly once.
 */

const ACCESSORS = [ 'ownerDocument', 'childNodes', 'parentNode', 'parentElement', 'textContent', 'firstChild', 'lastChild', 'nextSibling', 'previousSibling' ];

/** Whole declarations at the top of the file, and what stands in their place. */
export const DECLARATIONS = {
	// The getter is looked up once, not at every call.
	'function getUntaintedAccessor(': `const getUntaintedAccessor = (key, accessor) => {
  let get;
  return (n) => (get ??= Object.getOwnPropertyDescriptor(getUntaintedPrototype(key), accessor)?.get ?? function() { return this[accessor]; }).call(n);
};`,
	'function getUntaintedMethod(': `const getUntaintedMethod = (key, method) => {
  let call;
  return (n, ...given) => (call ??= getUntaintedPrototype(key)[method]).apply(n, given);
};`,
	...Object.fromEntries( ACCESSORS.map( ( name ) => [ `function ${ name }(`, `const ${ name } = getUntaintedAccessor("Node", "${ name }");` ] ) ),
	'function contains(': 'const contains = getUntaintedMethod("Node", "contains");',
	'function getRootNode(': 'const getRootNode = getUntaintedMethod("Node", "getRootNode");',
	'function host(': 'const hostOf = getUntaintedAccessor("ShadowRoot", "host");\nconst host = (n) => n && "host" in n ? hostOf(n) : null;',
	'function shadowRoot(': 'const shadowOf = getUntaintedAccessor("Element", "shadowRoot");\nconst shadowRoot = (n) => n && n.nodeType === 1 ? shadowOf(n) : null;',
	'function styleSheets(': '',
	'function querySelector(': '',
	'function querySelectorAll(': '',
	// Keeps the id of a node and not its whole description.
	'class Mirror ': `class Mirror {
  constructor() { this.reset(); }
  getId(n) { return (n && this.ids.get(n)) ?? -1; }
  getNode(id) { return this.nodes.get(id) || null; }
  has(id) { return this.nodes.has(id); }
  hasNode(n) { return this.ids.has(n); }
  add(n, { id }) { this.nodes.set(id, n); this.ids.set(n, id); }
  removeNodeFromMap(n) {
    this.nodes.delete(this.getId(n));
    for (let child = index.firstChild(n); child; child = index.nextSibling(child)) this.removeNodeFromMap(child);
  }
  reset() { this.nodes = new Map(); this.ids = new WeakMap(); }
}`,
	// What is blocked is asked of the recorder's own boundary, in one place; its gate knows of ancestors.
	'function _isBlockedElement(': 'const _isBlockedElement = (element, blockClass, blockSelector) => blockSelector(element);',
	'function isBlocked(': `function isBlocked(node, blockClass, blockSelector, checkAncestors) {
  let el = closestElementOfNode(node);
  for (; el; el = checkAncestors ? index.parentElement(el) : null) {
    if (blockSelector(el)) return true;
  }
  return false;
}`,
	'function getRootId(': 'const getRootId = (doc, mirror2) => { const id = mirror2.getId(doc); return id > 1 ? id : void 0; };',
	'function isShadowRoot(': 'const isShadowRoot = (n) => Boolean(n && n.nodeType === 11 && "mode" in n && index.shadowRoot(index.host(n)) === n);',
	// Most addresses are clean already and need no parser.
	'function getHref(': `let lastBase;
let lastOrigin;
const CLEAN = /^(?:https?:\\/\\/[a-z0-9-]+(?:\\.[a-z-][a-z0-9-]*)+)?\\/(?:[\\w&=?+,:;@~!$*()-][\\w./&=?+,:;@~!$*()-]*)?$/;
function getHref(doc, customHref = "") {
  if (/^(?:blob|data):/.test(customHref)) return customHref;
  const base = doc.baseURI;
  if (lastBase !== base) {
    lastBase = base;
    lastOrigin = /^https?:\\/\\/[^/]+(?=\\/)/.exec(base)?.[0];
  }
  if (lastOrigin && CLEAN.test(customHref) && !/\\/\\./.test(customHref)) return customHref[0] === "/" ? lastOrigin + customHref : customHref;
  let a = cachedDocument.get(doc);
  if (!a) cachedDocument.set(doc, a = doc.createElement("a"));
  a.setAttribute("href", customHref);
  return a.href;
}`,
	'function deepDelete(': `function deepDelete(addsSet, n) {
  addsSet.delete(n);
  for (let child = index.firstChild(n); child; child = index.nextSibling(child)) deepDelete(addsSet, child);
}`,
	'function processRemoves(': `function processRemoves(n, cache) {
  if (cache.has(n)) return;
  cache.add(n);
  for (let child = index.firstChild(n); child; child = index.nextSibling(child)) processRemoves(child, cache);
}`,
};

/** From a line to a later one, both gone with what is between: [ first, last, replacement ]. */
export const SPANS = [
	[ '      return serializeElementNode(n, {\n', '      });\n', '      return serializeElementNode(n, options, rootId);\n' ],
	[ '      return serializeTextNode(n, {\n', '      });\n', '      return serializeTextNode(n, options, rootId);\n' ],
	[ '  const len = n.attributes.length;\n', '    }\n  }\n', `  for (const name of Element.prototype.getAttributeNames.call(n)) {
    const value = Element.prototype.getAttribute.call(n, name);
    if (value !== null && !ignoreAttribute(tagName, name)) {
      attributes[name] = transformAttribute(doc, tagName, toLowerCase(name), value);
    }
  }
` ],
	[ '  const _serializedNode = serializeNode(n, {\n', '  });\n', '  const _serializedNode = serializeNode(n, options);\n' ],
	[ '  if (!isStyle && !isScript && textContent2 && needsMask) {\n', '  }\n', '' ],
	[ '  if (!needsMask) {\n', '    );\n  }\n', '' ],
	// The children are looked at with the same settings, but in the head and in a style.
	[ '    const bypassOptions = {\n', '    };\n', '    let bypassOptions = preserveWhiteSpace === (options.preserveWhiteSpace ?? true) ? options : { ...options, preserveWhiteSpace };\n' ],
	[ '            if (hasShadowRoot(n)) {\n', '            }\n', `            if (hasShadowRoot(currentN)) {
              this.shadowDomManager.addShadowRoot(index.shadowRoot(currentN), this.doc);
            }
` ],
];

export const PIECES = [
	// No frame's address is kept; a frame that is added later comes here without the function.
	[ 'if (tagName === "iframe" && !keepIframeSrcFn(attributes.src)) {', 'if (tagName === "iframe") {' ],
	// In the published tables a method stands among the accessors, so that every page is given a hidden frame.
	[ 'ShadowRoot: ["host", "styleSheets"],', 'ShadowRoot: ["host"],' ],
	[ 'Element: ["shadowRoot", "querySelector", "querySelectorAll"],', 'Element: ["shadowRoot"],' ],
	[ '  styleSheets,\n', '' ],
	[ '  querySelector,\n  querySelectorAll,\n', '' ],
	[ '  return (cssText || "").replace(\n    URL_IN_CSS_REF,', '  return !cssText || !cssText.includes("url(") ? cssText || "" : cssText.replace(\n    URL_IN_CSS_REF,' ],
	[ 'return absolutifyURLs(value, getHref(doc));', 'return value.includes("url(") ? absolutifyURLs(value, getHref(doc)) : value;' ],
	[ 'function serializeElementNode(n, options) {', 'function serializeElementNode(n, options, rootId) {' ],
	[ '    newlyAddedElement = false,\n    rootId\n  } = options;', '    newlyAddedElement = false\n  } = options;' ],
	[ 'function serializeTextNode(n, options) {', 'function serializeTextNode(n, options, rootId) {' ],
	[ '  let { needsMask } = options;\n', '' ],
	[ 'const { needsMask, maskTextFn, rootId, cssCaptured } = options;', 'const { cssCaptured } = options;' ],
	[ 'if (customElements.get(tagName)) isCustomElement = true;', 'if (tagName.includes("-") && customElements.get(tagName)) isCustomElement = true;' ],
	[ 'const serializedNode = Object.assign(_serializedNode, { id });', '_serializedNode.id = id;\n  const serializedNode = _serializedNode;' ],
	// Deleting a property makes an object that is slow to turn into JSON.
	[ '    delete serializedNode.needBlock;\n', '    serializedNode.needBlock = void 0;\n' ],
	[ '        bypassOptions.cssCaptured = true;', '        bypassOptions = { ...bypassOptions, cssCaptured: true };' ],
	[ 'for (const childN of Array.from(index.childNodes(n))) {', 'for (let childN = index.firstChild(n); childN; childN = index.nextSibling(childN)) {' ],
	[ 'for (const childN of Array.from(index.childNodes(shadowRootEl))) {', 'for (let childN = index.firstChild(shadowRootEl); childN; childN = index.nextSibling(childN)) {' ],
	[ '  return Boolean(n.nodeName === "IFRAME" && mirror2.getMeta(n));', '  return n.nodeName === "IFRAME" && mirror2.hasNode(n);' ],
	[ 'n.getAttribute("rel") === "stylesheet" && mirror2.getMeta(n)', 'n.getAttribute("rel") === "stylesheet" && mirror2.hasNode(n)' ],
	[ '      const iter = this.addedSet.values();\n', '      let serializing;\n      const iter = this.addedSet.values();\n' ],
	[ '        const sn = serializeNodeWithId(n, {\n', '        serializing ??= {\n' ],
	[ '          },\n          cssCaptured\n        });\n', '          }\n        };\n        serializing.cssCaptured = cssCaptured;\n        const sn = serializeNodeWithId(n, serializing);\n' ],
	[ `          if (isBlocked(m.target, this.blockClass, this.blockSelector, true))
            return;
          if (m.target.tagName`, `          if (isBlocked(m.target, this.blockClass, this.blockSelector, false))
            return;
          if (m.target.tagName` ],
	[ 'if (isBlocked(m.target, this.blockClass, this.blockSelector, false) || isIgnored(n,', 'if (isIgnored(n,' ],
	[ `      if (!isBlocked(n, this.blockClass, this.blockSelector, false)) {
        index.childNodes(n).forEach((childN) => this.genAdds(childN));`, `      if (n.nodeType !== 3 && !isBlocked(n, this.blockClass, this.blockSelector, false)) {
        for (let childN = index.firstChild(n); childN; childN = index.nextSibling(childN)) this.genAdds(childN);` ],
	[ '    if (e.type === EventType.FullSnapshot) {\n      lastFullSnapshotEvent = e;\n', '    if (e.type === EventType.FullSnapshot) {\n' ],
	[ 'e.timestamp - lastFullSnapshotEvent.timestamp > checkoutEveryNms', 'false' ],
];
