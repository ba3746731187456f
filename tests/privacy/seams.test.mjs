/**
 * What is closed stays closed where one tree of a page meets another: slots, shadow roots, frames, style
 * sheets. Values begin with Zq; those with "Shown" must arrive.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import { onPage } from './on-page.mjs';

let browser;
before( async () => {
	browser = await openBrowser();
} );
after( () => browser.close() );

/** A page of which only some values may arrive. */
const arrive = ( name, { shown = [], ...planned } ) => test( name, async () => {
	const { values, problems } = await onPage( browser, planned );
	assert.deepEqual( { values, problems }, { values: [ ...shown ].sort(), problems: [] } );
} );

const part = ( mark ) => `<div id="h">ZqText<b>ZqElement</b></div><div id="i">ZqShown</div><script>
	h.attachShadow( { mode: 'open' } ).innerHTML = '<section ${ mark }><slot></slot></section>';
	i.attachShadow( { mode: 'open' } ).innerHTML = '<slot></slot>';
</script>`;
for ( const mark of [ 'data-candid=block', 'data-candid=mask', 'role=textbox' ] ) {
	arrive( `text in a slot of a part with ${ mark } is as closed as the part`, {
		body: part( mark ),
		act: ( page ) => page.evaluate( () => {
			const host = document.getElementById( 'h' );
			host.firstChild.data = 'ZqChanged';
			host.append( 'ZqAdded' );
			document.getElementById( 'i' ).firstChild.data = 'ZqShownLater';
		} ),
		shown: [ 'ZqShown', 'ZqShownLater' ],
	} );
}

for ( const mark of [ 'block', 'mask' ] ) {
	arrive( `what is taken out of a shadow root or frame inside something with ${ mark } stays closed`, {
		body: `<div id="h" data-candid="${ mark }"></div>
			<div data-candid="${ mark }"><div id="deep"></div><iframe id="f" srcdoc="<p>ZqFrame</p>ZqFrameText"></iframe><div id="bare"></div></div><main id="m">ZqShown</main><script>
			h.attachShadow( { mode: 'open' } ).innerHTML = '<p>ZqShadow</p>';
			deep.attachShadow( { mode: 'open' } ).innerHTML = '<div></div>';
			deep.shadowRoot.firstChild.attachShadow( { mode: 'open' } ).innerHTML = '<p>ZqDeep</p>';
		</script>`,
		act: ( page ) => page.evaluate( async () => {
			const $ = ( id ) => document.getElementById( id );
			const turn = () => new Promise( ( resolve ) => setTimeout( resolve, 50 ) );
			const late = document.createElement( 'div' );
			late.attachShadow( { mode: 'open' } ).innerHTML = '<p>ZqLate</p>';
			$( 'bare' ).append( late );
			$( 'bare' ).attachShadow( { mode: 'open' } ).innerHTML = '<p>ZqAttached</p>';
			const frame = document.createElement( 'iframe' );
			frame.srcdoc = '<p>ZqNewFrame</p>';
			await new Promise( ( resolve ) => {
				frame.onload = resolve;
				$( 'bare' ).append( frame );
			} );
			await turn();
			const takeOut = ( root ) => $( 'm' ).append( root.querySelector( 'p' ) );
			[ $( 'h' ).shadowRoot, $( 'deep' ).shadowRoot.firstChild.shadowRoot, late.shadowRoot, $( 'bare' ).shadowRoot, $( 'f' ).contentDocument, frame.contentDocument ].forEach( takeOut );
			$( 'm' ).append( $( 'f' ).contentDocument.body.lastChild );
			// The frame is gone when its own changes are looked at.
			$( 'f' ).remove();
			await turn();
			$( 'm' ).append( 'ZqShownLater' );
		} ),
		shown: [ 'ZqShown', 'ZqShownLater' ],
	} );
	arrive( `a child and its parent that leave something with ${ mark } in one go stay closed, in either order`, {
		body: `<div data-candid="${ mark }"><p id="one"><i>ZqOne</i></p><p id="two"><i>ZqTwo</i></p></div><main id="m"></main>`,
		act: ( page ) => page.evaluate( () => {
			const $ = ( id ) => document.getElementById( id );
			$( 'm' ).append( $( 'one' ).firstChild );
			$( 'm' ).append( $( 'one' ) );
			const two = $( 'two' );
			$( 'm' ).append( two );
			$( 'm' ).append( two.firstChild );
			$( 'm' ).append( 'ZqShown' );
		} ),
		shown: [ 'ZqShown' ],
	} );
}

arrive( 'a frame that is edited as a whole when it is attached keeps its text', {
	body: '<iframe id="f"></iframe><script>f.contentDocument.write( "<p>ZqEdited</p>" ); f.contentDocument.close(); f.contentDocument.designMode = "on";</script><iframe srcdoc="<p>ZqShown</p>"></iframe>',
	act: async ( page, site ) => {
		await site.until( ( segments ) => segments.some( ( { text } ) => /ZqShown/.test( text ) ), 'the frames' );
		await page.evaluate( () => {
			document.getElementById( 'f' ).contentDocument.querySelector( 'p' ).firstChild.data = 'ZqEditedLater';
		} );
	},
	shown: [ 'ZqShown' ],
} );

arrive( 'elements whose content nobody sees keep it, at first and later', {
	body: `<iframe id="f" src="about:blank"><a href="/x?token=ZqFallback">x</a></iframe><noframes><a href="/x?token=ZqNoframes">x</a></noframes><noembed><a href="/x?token=ZqNoembed">x</a></noembed>
		<noscript id="n"></noscript><iframe id="d" srcdoc="<p>ZqShown</p>"></iframe>`,
	act: async ( page, site ) => {
		await site.until( ( segments ) => segments.some( ( { text } ) => /ZqShown/.test( text ) ), 'the frame' );
		await page.evaluate( async () => {
			const $ = ( id ) => document.getElementById( id );
			$( 'n' ).textContent = '<img src="/p?key=ZqNoscript">';
			$( 'f' ).append( '<a href="/x?token=ZqFallbackLater">' );
			const late = document.createElement( 'template' );
			late.textContent = 'ZqTemplate';
			document.body.append( late );
			await 0;
			late.append( 'ZqTemplateLater' );
			await 0;
			$( 'n' ).firstChild.data = '<img src="/p?key=ZqNoscriptLater">';
		} );
	},
	shown: [ 'ZqShown' ],
} );

const CSS = ( name ) => `.q::after{content:"${ name }"}`;
arrive( 'the style sheets of something masked say nothing', {
	body: `<div data-candid="mask" id="m"><style id="s">${ CSS( 'ZqStyle' ) } .pic{background:url(/ZqSheetPicture.png)}</style><div id="d" style="background:url(/ZqPicture.png)">x</div><div id="h"></div></div>
		<style>.o{background:url(/ZqShown.png)}</style><p id="o" style="background:url(/ZqShownToo.png)">x</p><script>
		h.attachShadow( { mode: 'open' } ).innerHTML = '<style>${ CSS( 'ZqShadowStyle' ) }</style><p>x</p>';
	</script>`,
	act: ( page ) => page.evaluate( async () => {
		const $ = ( id ) => document.getElementById( id );
		$( 'd' ).style.backgroundImage = 'url(/ZqPictureLater.png)';
		$( 's' ).sheet.insertRule( '.r::after{content:"ZqRule"}' );
		$( 's' ).sheet.cssRules[ 0 ].style.setProperty( 'content', '"ZqDeclared"' );
		const sheet = new CSSStyleSheet();
		sheet.replaceSync( '.a::after{content:"ZqAdopted"}' );
		$( 'h' ).shadowRoot.adoptedStyleSheets = [ sheet ];
		sheet.insertRule( '.b::after{content:"ZqAdoptedRule"}' );
		sheet.replaceSync( '.c::after{content:"ZqReplaced"}' );
		const late = document.createElement( 'style' );
		late.textContent = '.l::after{content:"ZqLate"}';
		$( 'm' ).append( late );
	} ),
	shown: [ 'ZqShown', 'ZqShownToo' ],
} );

arrive( 'the style sheets of a page that is masked wholly show no words', {
	config: { maskPage: true },
	head: `<title>x</title><style id="s">${ CSS( 'ZqStyle' ) } @font-face{font-family:x;src:url(/ZqShownFont.woff2)}</style>`,
	body: '<p style="background:url(/ZqPicture.png)">x</p>',
	act: ( page ) => page.evaluate( () => {
		document.getElementById( 's' ).sheet.insertRule( '.r::after{content:"ZqRule"}' );
		const sheet = new CSSStyleSheet();
		document.adoptedStyleSheets = [ sheet ];
		sheet.insertRule( '.b::after{content:"ZqAdoptedRule"}' );
	} ),
	shown: [ 'ZqShownFont' ],
} );

arrive( 'rules put into a sheet that a blocked part adopted do not leave, and those of other sheets do', {
	body: `<div id="h" data-candid="block"></div><div data-candid="block"><div id="in"></div></div><div id="o"></div><script>
		for ( const one of [ h, o ] ) { one.attachShadow( { mode: 'open' } ).innerHTML = '<p>x</p>'; }
	</script>`,
	act: ( page ) => page.evaluate( async () => {
		const turn = () => new Promise( ( resolve ) => setTimeout( resolve, 50 ) );
		const $ = ( id ) => document.getElementById( id );
		await turn();
		const adopt = async ( host, name ) => {
			const sheet = new CSSStyleSheet();
			sheet.replaceSync( `.${ name }{color:red}` );
			( host.shadowRoot ?? host.attachShadow( { mode: 'open' } ) ).adoptedStyleSheets = [ sheet ];
			await turn();
			sheet.insertRule( `.${ name }Rule{color:red}` );
			sheet.cssRules[ 0 ].style.setProperty( 'font-family', name + 'Font' );
		};
		await adopt( $( 'h' ), 'ZqBlocked' );
		await adopt( $( 'in' ), 'ZqInside' );
		await adopt( $( 'o' ), 'ZqShown' );
	} ),
	shown: [ 'ZqShown', 'ZqShownFont', 'ZqShownRule' ],
} );

arrive( 'a field inside a component is known by the label around the component', {
	config: { inputs: true },
	body: '<label>PIN <my-field id="a"></my-field></label><label>Colour <my-field id="b"></my-field></label><script>for ( const host of [ a, b ] ) { host.attachShadow( { mode: "open" } ).innerHTML = `<input value="${ host === a ? "ZqPin" : "ZqShown" }">`; }</script>',
	shown: [ 'ZqShown' ],
} );
