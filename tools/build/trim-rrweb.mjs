/**
 * Leaves out of @rrweb/record what Candid never turns on: canvas, WebGL, inlined images, fonts and
 * frames of other origins. The package is one file in which no bundler can see that these parts are
 * unused; they are a fifth of it, and each is a thing that must not be recorded.
 *
 * Every cut names exactly what it replaces. A version of the package in which one is not found once
 * stops the build, so that nobody ships a recorder that was cut in the wrong place.
 */
import { readFile } from 'node:fs/promises';
import { numberEnums } from './number-rrweb.mjs';
import * as quick from './quicken-rrweb.mjs';
import { DECLARATIONS, METHODS, PIECES } from './rrweb-cuts.mjs';

/** Functions of style sheets that rrweb stands before: of sheets, of grouping rules, of declarations. */
const TRAPS = 8;

/** Where the piece stands; an error when it stands nowhere or twice. */
function once( source, piece ) {
	const at = source.indexOf( piece );
	if ( at < 0 || source.indexOf( piece, at + 1 ) >= 0 ) {
		throw new Error( `tools/trim-rrweb.mjs: "${ piece.trim() }" is not in @rrweb/record once. The package changed: look at every cut again.` );
	}
	return at;
}

function cut( source, end, name, replacement ) {
	const at = once( source, `\n${ name }` );
	const close = source.indexOf( `\n${ end }`, at + 1 );
	return source.slice( 0, at + 1 ) + replacement + source.slice( close + 1 + end.length );
}

/** The package's source without what is never turned on. */
export function trim( source ) {
	for ( const [ name, replacement ] of Object.entries( { ...DECLARATIONS, ...quick.DECLARATIONS } ) ) {
		source = cut( source, '}', name, replacement );
	}
	for ( const [ name, replacement ] of Object.entries( METHODS ) ) {
		source = cut( source, '  }', name, replacement );
	}
	for ( const [ first, last, replacement ] of quick.SPANS ) {
		const at = once( source, first );
		const end = source.indexOf( last, at ) + last.length;
		source = source.slice( 0, at ) + replacement + source.slice( end );
	}
	for ( const [ piece, replacement ] of [ ...PIECES, ...quick.PIECES ] ) {
		once( source, piece );
		source = source.replace( piece, () => replacement );
	}
	const traps = /apply: callbackWrapper\(([^]*?)\n *return target\.apply\(thisArg, argumentsList\);/g;
	if ( source.match( traps )?.length !== TRAPS ) {
		throw new Error( 'tools/trim-rrweb.mjs: @rrweb/record stands before other functions of the page than it did. Look at each again.' );
	}
	return numberEnums( source )
		.replace( traps, 'apply: afterNative($1' )
		// The visitor's console is not ours.
		.replace( /console\.(?:warn|debug|error)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, 'void 0' )
		.replaceAll( 'if (this.recordCrossOriginIframes)', 'if (false)' )
		.replaceAll( '            needsMask,\n', '' )
		// Fields that are declared without a value; reading them gives undefined all the same.
		.replace( /__publicField\(this, "\w+"\);/g, '' )
		.replace( /__publicField\(this, "(\w+)", ([^\n]*)\);\n/g, 'this.$1 = $2;\n' )
		.replace( /__publicField\(this, "(\w+)", (\(\w*(?:, \w+)?\) => \{\n[^]*?\n    \})\);\n/g, 'this.$1 = $2;\n' );
}

/**
 * Names of the package's own properties, which no page, event or browser knows: the build shortens them.
 * None of them may stand in a string of the package.
 */
export const INNER_NAMES = `
blockClass blockSelector ignoreClass ignoreSelector maskTextClass maskTextSelector maskTextFn inlineStylesheet
maskAllInputs maskInputOptions maskInputFn keepIframeSrcFn recordCanvas inlineImages slimDOMOptions slimDOM
dataURLOptions iframeManager stylesheetManager shadowDomManager canvasManager processedNodeManager mutationCb
mousemoveCb mouseInteractionCb scrollCb viewportResizeCb inputCb mediaInteractionCb styleSheetRuleCb
styleDeclarationCb canvasMutationCb fontCb selectionCb customElementCb adoptedStyleSheetCb wrappedEmit
recordCrossOriginIframes crossOriginIframeMap crossOriginIframeMirror crossOriginIframeRootIdMap
crossOriginIframeStyleMirror removesSubTreeCache addedSet movedSet droppedSet attributeMap mapRemoves movedMap
styleMirror styleIDMap idStyleMap trackedLinkElements trackLinkElement attachLinkElement adoptStyleSheets
trackStylesheetInLinkElement restoreHandlers bypassOptions shadowDoms addShadowRoot patchAttachShadow
observeAttachShadow loadListener addLoadListener addIframe attachIframe onSerialize onIframeLoad
iframeLoadTimeout onStylesheetLoad stylesheetLoadTimeout preserveWhiteSpace newlyAddedElement cssCaptured
skipChild needsMask unattachedDoc styleDiff _unchangedStyles genTextAreaValueMutation processMutation
processMutations genAdds hasNode getNode removeNodeFromMap userTriggeredOnInput ignoreCSSAttributes recordDOM
collectFonts recordAfter mousemoveWait mousemoveCallback checkoutEveryNms checkoutEveryNth takeFullSnapshot
addCustomEvent errorHandler inOtherBuffer nowTimestamp mutationObserverCtor sampling viewportResizeCb
nodeMap getStyle generateId lastInputValue headWhitespace headTitleMutations
`.trim().split( /\s+/ );

export const trimRrweb = {
	name: 'trim-rrweb',
	setup( build ) {
		build.onLoad( { filter: /@rrweb[\\/]record[\\/]dist[\\/]record\.js$/ }, async ( { path } ) => ( {
			contents: trim( await readFile( path, 'utf8' ) ),
			loader: 'js',
		} ) );
	},
};
