/** A page finds its own functions, and its own errors, as if the recorder were not there. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import { onPage } from './on-page.mjs';

let browser;
before( async () => {
	browser = await openBrowser();
} );
after( () => browser.close() );

/** What the page sees of its own calls: the answer, or the error's name and words. Runs in the page. */
async function tryAll( frame ) {
	const said = {};
	const win = frame ? document.querySelector( 'iframe' ).contentWindow : window;
	const doc = win.document;
	const sheet = doc.querySelector( 'style' ).sheet;
	const attempts = {
		unknownPseudo: () => sheet.insertRule( 'a::-moz-foo{}' ),
		broken: () => sheet.insertRule( '{{' ),
		noRule: () => sheet.insertRule(),
		tooFar: () => sheet.insertRule( '.b{}', 99 ),
		fine: () => sheet.insertRule( '.fine{}', 0 ),
		deleteNothing: () => sheet.deleteRule( 99 ),
		deleteFine: () => sheet.deleteRule( 0 ),
		oldAdd: () => sheet.addRule( '.old', 'color: red' ),
		oldAddBroken: () => sheet.addRule( '::nope', 'color: red' ),
		oldRemove: () => sheet.removeRule( sheet.cssRules.length - 1 ),
		oldRemoveNothing: () => sheet.removeRule( 99 ),
		foreign: () => win.CSSStyleSheet.prototype.insertRule.call( {}, 'a{}' ),
		media: () => sheet.cssRules[ 1 ].insertRule( '.m{}' ),
		mediaBroken: () => sheet.cssRules[ 1 ].insertRule( '{{' ),
		mediaDelete: () => sheet.cssRules[ 1 ].deleteRule( 0 ),
		mediaDeleteNothing: () => sheet.cssRules[ 1 ].deleteRule( 99 ),
		setNothing: () => sheet.cssRules[ 0 ].style.setProperty(),
		set: () => sheet.cssRules[ 0 ].style.setProperty( 'color', 'red' ),
		remove: () => sheet.cssRules[ 0 ].style.removeProperty( 'color' ),
		removeNothing: () => sheet.cssRules[ 0 ].style.removeProperty(),
		replaceNotMade: () => sheet.replaceSync( 'a{}' ),
		replaceNothing: () => new win.CSSStyleSheet().replaceSync(),
		replaceLater: () => sheet.replace( 'a{}' ),
		adoptBad: () => {
			doc.adoptedStyleSheets = [ {} ];
		},
		shadowNothing: () => doc.createElement( 'div' ).attachShadow(),
		shadowInput: () => doc.createElement( 'input' ).attachShadow( { mode: 'open' } ),
		valueOfPrototype: () => {
			win.HTMLInputElement.prototype.value = 'x';
		},
		valueBroken: () => {
			doc.createElement( 'input' ).value = Symbol( 'x' );
		},
	};
	for ( const name in attempts ) {
		try {
			said[ name ] = `gave ${ await attempts[ name ]() }`;
		} catch ( error ) {
			// The two old names are made of the new ones, and say so in their errors.
			said[ name ] = `threw ${ error.name }: ${ error.message.replace( /'(add|insert|remove|delete)Rule'/, '' ) }`;
		}
	}
	return said;
}

const page = { head: '<title>x</title><style>.a{} @media all{.n{}}</style>', body: '<p id="p">x</p><iframe srcdoc="<style>.a{} @media all{.n{}}</style><p>ZqFrame</p>"></iframe>' };
const inFrame = ( site ) => site.until( ( segments ) => segments.some( ( { text } ) => /ZqFrame/.test( text ) ), 'the frame' );

test( 'what the page asks of its style sheets, fields and shadow roots is answered as without the recorder, and recording goes on', async () => {
	const plain = await onPage( browser, { ...page, config: { block: [ ':::' ] }, act: ( tab ) => Promise.all( [ tab.evaluate( tryAll, false ), tab.evaluate( tryAll, true ) ] ) } );
	const recorded = await onPage( browser, { ...page, act: async ( tab, site ) => {
		await inFrame( site );
		const said = [ await tab.evaluate( tryAll, false ), await tab.evaluate( tryAll, true ) ];
		await tab.evaluate( () => {
			document.getElementById( 'p' ).textContent = 'ZqAfter';
		} );
		return said;
	} } );
	assert.deepEqual( recorded.answer, plain.answer );
	assert.match( plain.answer[ 0 ].unknownPseudo, /^threw SyntaxError/ );
	assert.match( plain.answer[ 0 ].replaceLater, /^threw NotAllowedError/ );
	assert.match( recorded.text, /ZqAfter/ );
	assert.deepEqual( [ recorded.ended, recorded.problems ], [ [], [] ] );
} );

test( 'of the rules that a page tries, those are recorded that its browser took, each where it stands', async () => {
	const { events, ended } = await onPage( browser, { ...page, act: async ( tab, site ) => await inFrame( site ) ?? tab.evaluate( () => {
		const { sheet } = document.querySelector( 'style' );
		for ( let n = 0; n < 12; n++ ) {
			try {
				sheet.insertRule( `.no-${ n }:-ms-input-placeholder{color:red}`, sheet.cssRules.length );
			} catch {}
		}
		sheet.insertRule( '.first{color:red}' );
		sheet.insertRule( '.last{color:red}', sheet.cssRules.length );
		sheet.cssRules[ 2 ].insertRule( '.inner{color:red}', 1 );
		sheet.cssRules[ 2 ].cssRules[ 1 ].style.setProperty( 'color', 'blue', 'important' );
		sheet.cssRules[ 2 ].deleteRule( 0 );
		sheet.deleteRule( 0 );
		sheet.addRule( '.old', 'color: red' );
		const inner = document.querySelector( 'iframe' ).contentDocument.querySelector( 'style' ).sheet;
		inner.cssRules[ 1 ].insertRule( '.framed{color:red}' );
		inner.insertRule( '.nest{ .in{color:red} }' );
		inner.cssRules[ 0 ].cssRules[ 0 ].style.setProperty( 'color', 'blue' );
	} ) } );
	// The page's sheet and that of the frame, as they were told last.
	const told = new Map();
	const keep = ( id, attributes ) => attributes?._cssText !== undefined && told.set( id, attributes._cssText );
	const walk = ( node ) => {
		keep( node.id, node.attributes );
		node.childNodes?.forEach( walk );
	};
	for ( const { data } of events ) {
		data.removes?.forEach( ( { id } ) => told.delete( id ) );
		[ data.node, ...( data.adds ?? [] ).map( ( { node } ) => node ) ].filter( Boolean ).forEach( walk );
		data.attributes?.forEach( ( { id, attributes } ) => keep( id, attributes ) );
	}
	const bare = ( css ) => css.replace( /\s|;(?=\s*\})/g, '' );
	assert.deepEqual( [ ...told.values() ].map( bare ), [
		'.a{}@mediaall{.inner{color:blue!important}}.last{color:red}.old{color:red}',
		'.nest{&.in{color:blue}}.a{}@mediaall{.framed{color:red}.n{}}',
	] );
	assert.deepEqual( ended, [] );
} );

const policy = ( allowed ) => `<title>x</title><meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types ${ allowed }">`;

test( 'a page that takes scripts only from policies is recorded through a policy named candid', async () => {
	const { text, problems } = await onPage( browser, { head: policy( 'candid' ), body: '<p>ZqTrusted</p>' } );
	assert.match( text, /ZqTrusted/ );
	assert.deepEqual( problems, [] );
} );

test( 'a page whose policies leave no room for candid is not recorded, and no error reaches it', async () => {
	const { text, answer } = await onPage( browser, {
		silent: true,
		head: `${ policy( '\'none\'' ) }<script>window.seen = []; addEventListener( 'error', ( { message } ) => window.seen.push( message ) )</script>`,
		body: '<p>ZqUntrusted</p>',
		act: ( tab ) => tab.evaluate( () => window.seen ),
	} );
	assert.deepEqual( [ text, answer ], [ '', [] ] );
} );

test( 'a form named title hides the title from the recorder, and no error reaches the page', async () => {
	const made = '<form name="title"></form>';
	const from = await onPage( browser, { silent: true, body: made } );
	assert.deepEqual( from.problems, [] );
	const later = await onPage( browser, { body: '<div id="d"></div>', act: async ( tab ) => {
		await tab.evaluate( ( html ) => {
			document.getElementById( 'd' ).innerHTML = html;
		}, made );
		// Longer than a segment waits.
		await tab.waitForTimeout( 6000 );
		await tab.evaluate( () => document.body.append( 'more' ) );
	} } );
	assert.deepEqual( later.problems, [] );
} );
