/**
 * What tools/trim-rrweb.mjs leaves out of @rrweb/record, and what stands in its place. Each name and each piece must be
 * there exactly once.
 */

/** Whole declarations at the top of the file, and what stands in their place. */
export const DECLARATIONS = {
	'function is2DCanvasBlank(': '',
	'class BaseRRNode ': 'class BaseRRNode {}',
	'class CrossOriginIframeMirror ': 'class CrossOriginIframeMirror {}',
	'function initFontObserver(': 'const initFontObserver = () => () => {};',
	'function slimDOMDefaults(': 'const slimDOMDefaults = (options) => options;',
	'function polyfill(': 'function polyfill() {}',
	'class CanvasManager ': 'class CanvasManager { reset() {} freeze() {} unfreeze() {} lock() {} unlock() {} }',
	'function initCanvas2DMutationObserver(': '',
	'function initCanvasContextObserver(': '',
	'function initCanvasWebGLMutationObserver(': '',
	'function patchGLPrototype(': '',
	'function serializeArg(': '',
	'function variableListFor(': '',
	'function WorkerWrapper(': '',
	// Which text node of a style element a rule stood in: a search through the sheet for each, for what is shown alike.
	'function splitCssText(': '',
	'function normalizeCssString(': '',
	'function markCssSplits(': 'const markCssSplits = (cssText) => cssText;',
	// The gate masks texts.
	'function needMaskingText(': 'const needMaskingText = () => false;',
	'function classMatchesRegex(': '',
	'let _mirror = ': '',
	'if (typeof window !== "undefined" && window.Proxy && window.Reflect) ': '',
};

/** Methods of classes. */
export const METHODS = {
	'  handleMessage(': '  handleMessage() {}',
	'  transformCrossOriginEvent(': '',
	'  replaceIdOnNode(': '',
	'  patchRootIdOnNode(': '',
	'  replace(iframeMirror,': '',
	'  replaceIds(': '',
	'  replaceStyleIds(': '',
	'  unfreeze(': '',
	'  freeze(': '',
	'  isFrozen(': '',
	'  init(options) {': '  init(options) { Object.assign(this, options); }',
};

/** The list of types by which rrweb masks, as it stands in two places. */
const EVERY_INPUT = `{
    color: true,
    date: true,
    "datetime-local": true,
    email: true,
    month: true,
    number: true,
    range: true,
    search: true,
    tel: true,
    text: true,
    time: true,
    url: true,
    week: true,
    textarea: true,
    select: true,
    password: true
  }`;

/** Pieces of code. */
export const PIECES = [
	[ 'if (tagName === "canvas" && recordCanvas)', 'if (false)' ],
	[ 'if (tagName === "img" && inlineImages)', 'if (false)' ],
	// A recording shows no video and plays no sound: whether one ran, and how loud, is nobody's business.
	[ 'if (["audio", "video"].includes(tagName)) {', 'if (false) {' ],
	[ 'const mediaInteractionHandler = initMediaInteractionObserver(o);', '' ],
	[ '    mediaInteractionHandler();\n', '' ],
	[ `          fontCb: (p) => wrappedEmit({
            type: EventType.IncrementalSnapshot,
            data: {
              source: IncrementalSource.Font,
              ...p
            }
          }),
`, '' ],
	[ `          customElementCb: (c) => {
            wrappedEmit({
              type: EventType.IncrementalSnapshot,
              data: {
                source: IncrementalSource.CustomElement,
                ...c
              }
            });
          },
`, '' ],
	[ '          canvasMutationCb: wrappedCanvasMutationEmit,\n', '' ],
	[ `          mediaInteractionCb: (p) => wrappedEmit({
            type: EventType.IncrementalSnapshot,
            data: {
              source: IncrementalSource.MediaInteraction,
              ...p
            }
          }),
`, '' ],
	// The recorder comes after the page's load event.
	[ 'if (["interactive", "complete"].includes(document.readyState))', 'if (true)' ],
	[ 'let passEmitsToParent = false;\n', 'const passEmitsToParent = false;\n' ],
	[ '        passEmitsToParent = false;\n', '' ],
	[ '      passEmitsToParent = true;\n', '' ],
	[ '} else if (passEmitsToParent) {', '} else if (false) {' ],
	[ 'const inEmittingFrame = recordCrossOriginIframes ? window.parent === window : true;', 'const inEmittingFrame = true;' ],
	[ 'initCustomElementObserver(o);', '() => {};' ],
	// The gate empties every meta but the viewport's, and every link but a style sheet's.
	[ '} else if (sn.tagName === "meta") {', '} else if (false) {' ],
	[ '} else if (slimDOMOptions.headFavicon && ', '} else if (false && ' ],
	[ '  mergeHooks(o, hooks);\n', '' ],
	[ 'emit == null ? void 0 : emit(eventProcessor(e), isCheckout);', 'emit(e, isCheckout);' ],
	[ 'event: eventProcessor(e),', '' ],
	[ 'if (inEmittingFrame) {\n      emit', 'if (true) {\n      emit' ],
	[ 'const exceedCount = checkoutEveryNth && ', 'const exceedCount = false && ' ],
	[ 'const exceedTime = checkoutEveryNms && ', 'const exceedTime = false && ' ],
	[ `    if (((_a2 = mutationBuffers[0]) == null ? void 0 : _a2.isFrozen()) && e.type !== EventType.FullSnapshot && !(e.type === EventType.IncrementalSnapshot && e.data.source === IncrementalSource.Mutation)) {
      mutationBuffers.forEach((buf) => buf.unfreeze());
    }
`, '' ],
	[ 'record.freezePage = () => {\n  mutationBuffers.forEach((buf) => buf.freeze());\n};\n', '' ],
	[ 'if (this.frozen || this.locked) {', 'if (this.locked) {' ],
	// A frame is observed once: a new snapshot announces it again, and what was known of it then ends.
	[ 'function onceIframeLoaded(iframeEl, listener, iframeLoadTimeout) {\n', `const frameTurns = new WeakMap();
function onceIframeLoaded(iframeEl, announce, iframeLoadTimeout) {
  const turn = {};
  frameTurns.set(iframeEl, turn);
  const listener = () => frameTurns.get(iframeEl) === turn && announce();
` ],
	[ '        handlers.push(observe(iframeEl.contentDocument));', `        const doc = iframeEl.contentDocument;
        const before = frameEnds.get(doc);
        if (before) {
          before();
          handlers.splice(handlers.indexOf(before), 1);
        }
        const end = observe(doc);
        frameEnds.set(doc, end);
        handlers.push(end);` ],
	[ '    const handlers = [];\n    const observe = ', '    const handlers = [];\n    const frameEnds = new WeakMap();\n    const observe = ' ],
	[ '    mutationBuffers.forEach((b) => b.reset());\n', '' ],
	[ '    return () => {\n      handlers.forEach((handler) => {', '    return () => {\n      mutationBuffers.forEach((b) => b.reset());\n      handlers.forEach((handler) => {' ],
	[ '  return [observer, iframeCleanup];', '  return [observer, () => mutationBuffers.splice(mutationBuffers.indexOf(mutationBuffer), 1)];' ],
	[ '    const [observer] = initMutationObserver(', '    const [observer, letGo] = initMutationObserver(' ],
	[ '    this.restoreHandlers.push(() => observer.disconnect());', '    this.restoreHandlers.push(() => { observer.disconnect(); letGo(); });' ],
	// What a page sets is set before anything else, so that its mistake stays its own and is not counted as ours.
	[ `        setTimeout(() => {
          d.set.call(this, value);
        }, 0);
        if (original && original.set) {
          original.set.call(this, value);
        }
`, `        if (original && original.set) {
          original.set.call(this, value);
        }
        setTimeout(() => {
          d.set.call(this, value);
        }, 0);
` ],
	[ `            const shadowRootEl = index.shadowRoot(this);
            if (shadowRootEl && inDom(this))
              manager.addShadowRoot(shadowRootEl, doc);
`, `            callbackWrapper(() => {
              const shadowRootEl = index.shadowRoot(this);
              if (shadowRootEl && inDom(this))
                manager.addShadowRoot(shadowRootEl, doc);
            })();
` ],
	[ '          return function(option) {\n            const sRoot = original.call(this, option);', '          return function(...given) {\n            const sRoot = original.apply(this, given);' ],
	// Every rule inside another has its place there, also one of a frame, whose classes are others than ours.
	[ 'if (hasNestedCSSRule("CSSGroupingRule") && childRule.parentRule instanceof CSSGroupingRule || hasNestedCSSRule("CSSMediaRule") && childRule.parentRule instanceof CSSMediaRule || hasNestedCSSRule("CSSSupportsRule") && childRule.parentRule instanceof CSSSupportsRule || hasNestedCSSRule("CSSConditionRule") && childRule.parentRule instanceof CSSConditionRule) {', 'if (childRule.parentRule) {' ],
	// All browsers that the recorder is built for know grouping rules.
	[ `  if (canMonkeyPatchNestedCSSRule("CSSGroupingRule")) {
    supportedNestedCSSRuleTypes.CSSGroupingRule = win.CSSGroupingRule;
  } else {
    if (canMonkeyPatchNestedCSSRule("CSSMediaRule")) {
      supportedNestedCSSRuleTypes.CSSMediaRule = win.CSSMediaRule;
    }
    if (canMonkeyPatchNestedCSSRule("CSSConditionRule")) {
      supportedNestedCSSRuleTypes.CSSConditionRule = win.CSSConditionRule;
    }
    if (canMonkeyPatchNestedCSSRule("CSSSupportsRule")) {
      supportedNestedCSSRuleTypes.CSSSupportsRule = win.CSSSupportsRule;
    }
  }
`, '  supportedNestedCSSRuleTypes.CSSGroupingRule = win.CSSGroupingRule;\n' ],
	// As the browser's own: it answers -1, whatever the place.
	[ '    return win.CSSStyleSheet.prototype.insertRule.apply(this, [rule, index2]);\n', '    win.CSSStyleSheet.prototype.insertRule.apply(this, [rule, index2]);\n    return -1;\n' ],
	[ 'const mutationBuffers = [];\n', `// Style sheets first do what the page asked of them: their errors are the page's, and what failed is not recorded.
const afterNative = (cb) => {
  const told = callbackWrapper(cb);
  return (target, thisArg, argumentsList) => {
    const result = target.apply(thisArg, argumentsList);
    told(target, thisArg, argumentsList);
    return result;
  };
};
const mutationBuffers = [];
` ],
	[ `        if (ignoreCSSAttributes.has(property)) {
          return setProperty.apply(thisArg, [property, value, priority]);
        }
`, '' ],
	[ `        if (ignoreCSSAttributes.has(property)) {
          return removeProperty.apply(thisArg, [property]);
        }
`, '' ],
	// What is blocked is also asked of roots, so that one that is attached inside something closed is followed like it.
	[ '    if (!isNativeShadowDom(shadowRoot2)) return;\n', '    if (!isNativeShadowDom(shadowRoot2)) return;\n    this.bypassOptions.blockSelector(shadowRoot2);\n' ],
	// What rrweb masks of inputs is said by src/recorder/capture/capture.ts, type by type.
	[ `  const maskInputOptions = maskAllInputs === true ? ${ EVERY_INPUT } : maskAllInputs === false ? {
    password: true
  } : maskAllInputs;`, '  const maskInputOptions = maskAllInputs;' ],
	[ `  const maskInputOptions = maskAllInputs === true ? ${ EVERY_INPUT } : _maskInputOptions !== void 0 ? _maskInputOptions : { password: true };`, '  const maskInputOptions = _maskInputOptions;' ],
	// Every browser that the recorder is built for knows the way of an event, and a clock in milliseconds. A page that has
	// broken Array.from gets no frame put into it: there recording ends by itself.
	[ '    } else if ("path" in event && event.path.length) {\n      return event.path[0];\n', '' ],
	[ 'if (!/* @__PURE__ */ /[1-9][0-9]{12}/.test(Date.now().toString())) {\n  nowTimestamp = () => (/* @__PURE__ */ new Date()).getTime();\n}\n', '' ],
	[ '  if (Array.from([1], (x) => x * 2)[0] !== 2) {', '  if (false) {' ],
	// Who asked for an input is never told.
	[ 'userTriggeredOnInput ? { text, isChecked, userTriggered } : { text, isChecked }', '{ text, isChecked }' ],
	[ 'userTriggeredOnInput ? { text: text2, isChecked: !isChecked, userTriggered: false } : { text: text2, isChecked: !isChecked }', '{ text: text2, isChecked: !isChecked }' ],
	// No plugin is ever given.
	[ `  for (const plugin of plugins || []) {
    if (plugin.getMirror)
      plugin.getMirror({
        nodeMirror: mirror,
        crossOriginIframeMirror: iframeManager.crossOriginIframeMirror,
        crossOriginIframeStyleMirror: iframeManager.crossOriginIframeStyleMirror
      });
  }
`, '' ],
	[ `  for (const plugin of o.plugins) {
    pluginHandlers.push(
      plugin.observer(plugin.callback, currentWindow, plugin.options)
    );
  }
`, '' ],
	[ '    pluginHandlers.forEach((h) => h());\n', '' ],
	[ `          plugins: ((_a2 = plugins == null ? void 0 : plugins.filter((p) => p.observer)) == null ? void 0 : _a2.map((p) => ({
            observer: p.observer,
            options: p.options,
            callback: (payload) => wrappedEmit({
              type: EventType.Plugin,
              data: {
                plugin: p.name,
                payload
              }
            })
          }))) || []
`, '' ],
	[ 'for (var i = 0; i < chars.length; i++) {\n  lookup[chars.charCodeAt(i)] = i;\n}', '' ],
	[ 'const blob = typeof self !== "undefined" && self.Blob && new Blob([jsContent], { type: "text/javascript;charset=utf-8" });', '' ],
];
