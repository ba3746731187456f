import { test } from '@playwright/test';
import { expectSameLooks } from './visit';

const GREEN = 'rgb(10, 120, 40)';
const RED = 'rgb(200, 0, 0)';
/** A sheet as an address of its own. */
const data = ( css: string ): string => `data:text/css,${ encodeURIComponent( css ) }`;
const css = ( body: string ) => ( { type: 'text/css', body } );

test( 'a shorthand set through var() keeps its longhands beside one that is set alone', ( { browser } ) => expectSameLooks( browser, {
	head: `<style>:root{--space:24px;--paint:${ GREEN }} .card{padding:var(--space);padding-bottom:4px;width:200px} .flag{background:var(--paint);background-repeat:no-repeat;width:60px;height:20px}</style>
		<link rel="stylesheet" href="${ data( '.linked{margin:var(--space);margin-top:2px;border:1px solid #999}' ) }">
		<link rel="stylesheet" href="/theme.css">`,
	files: { '/theme.css': css( '@media (min-width: 1px) { .file { padding: var(--space); padding-left: 3px } }' ) },
	body: '<div id="card" class="card">Card</div><div id="flag" class="flag"></div><div id="linked" class="linked">Linked</div><div id="file" class="file">File</div>',
	moments: [ {
		shows: {
			'#card': { style: { 'padding-left': '24px', 'padding-bottom': '4px' } },
			'#flag': { style: { 'background-color': GREEN } },
			'#linked': { style: { 'margin-left': '24px', 'margin-top': '2px' } },
			'#file': { style: { 'padding-top': '24px', 'padding-left': '3px' } },
		},
	} ],
} ) );

test( 'an imported sheet applies under its conditions and in its layer', ( { browser } ) => expectSameLooks( browser, {
	head: `<style>
		@layer low, high;
		@import url("${ data( '#never{display:none}' ) }");
	</style><style>
		@import url("${ data( '#paper{display:none}' ) }") print;
		@import url("/base.css") layer(base);
		@import "/other.css" layer supports(display: grid) screen and (min-width: 300px);
		@import url(/unknown.css) supports(display: no-such-thing);
		#box { background-color: ${ GREEN } }
	</style>
	<style>@layer first, second; @layer second { #order { color: ${ GREEN } } } @layer first { #order#order { color: ${ RED } } }</style>`,
	files: {
		'/base.css': css( `@import "deeper.css"; #box#box { background-color: ${ RED } } #base { width: 77px }` ),
		'/deeper.css': css( '#base { height: 33px }' ),
		'/other.css': css( `#box { background-color: ${ RED }; outline: 3px solid ${ GREEN } }` ),
		'/unknown.css': css( `#box { background-color: ${ RED } !important }` ),
	},
	body: '<p id="never">Shown: the rule stands behind another</p><p id="paper">On the screen</p><div id="box">Box</div><div id="base">Base</div><p id="order">Order</p>',
	moments: [ {
		shows: {
			'#paper': { shown: true },
			'#box': { style: { 'background-color': GREEN, 'outline-width': '3px' } },
			'#base': { style: { width: '77px', height: '33px' } },
			'#order': { style: { color: GREEN } },
		},
	} ],
} ) );

test( 'a sheet applies to the media that its element names, also once a script has changed them', ( { browser } ) => expectSameLooks( browser, {
	head: `<link rel="preload" as="style" href="/print.css"><link rel="stylesheet" media="print" href="/print.css">
		<link rel="stylesheet" media="print" onload="this.media='all'" href="/late.css">
		<style media="print">#inline{display:none}</style>
		<link rel="stylesheet" media="(min-width: 5000px)" href="/wide.css">
		<link id="swap" rel="stylesheet" media="not all" href="/swap.css">`,
	files: { '/print.css': css( '#text{display:none}' ), '/late.css': css( `#late{color:${ GREEN }}` ), '/wide.css': css( '#wide{display:none}' ), '/swap.css': css( `#swapped{color:${ GREEN }}` ) },
	body: '<p id="text">Text</p><p id="inline">Inline</p><p id="late">Late</p><p id="wide">Wide</p><p id="swapped">Swapped</p>',
	moments: [
		{ shows: { '#text': { shown: true }, '#inline': { shown: true }, '#late': { style: { color: GREEN } }, '#wide': { shown: true }, '#swapped': { style: { color: 'rgb(0, 0, 0)' } } } },
		{
			does: ( page ) => page.evaluate( () => document.getElementById( 'swap' )!.setAttribute( 'media', 'screen' ) ),
			shows: { '#swapped': { style: { color: GREEN } } },
		},
	],
} ) );

test( 'a sheet that is switched off or on through the CSSOM, as page transitions do, applies as it did', ( { browser } ) => expectSameLooks( browser, {
	head: `<style id="first">#panel{color:${ RED }}</style><link id="second" rel="stylesheet" media="(width: 1px)" href="/second.css"><style id="third">#lone{width:44px}</style>`,
	files: { '/second.css': css( `#panel{color:${ GREEN }} #next{display:block!important}` ) },
	body: '<p id="panel">Panel</p><p id="next" style="display:none">Next</p><div id="lone">Third</div>',
	moments: [
		{ shows: { '#panel': { style: { color: RED } }, '#next': { shown: false } } },
		{
			does: ( page ) => page.evaluate( () => {
				const [ first, second, third ] = [ 'first', 'second', 'third' ].map( ( id ) => ( document.getElementById( id ) as HTMLStyleElement ).sheet! );
				second!.media.mediaText = 'all';
				second!.disabled = false;
				first!.disabled = true;
				third!.media.appendMedium( 'print' );
			} ),
			shows: { '#panel': { style: { color: GREEN } }, '#next': { shown: true }, '#lone': { style: { width: '984px' } } },
		},
		{
			does: ( page ) => page.evaluate( () => {
				( document.getElementById( 'first' ) as HTMLStyleElement ).sheet!.disabled = false;
				( document.getElementById( 'second' ) as HTMLLinkElement ).disabled = true;
			} ),
			shows: { '#panel': { style: { color: RED } }, '#next': { shown: false } },
		},
	],
} ) );

test( 'of alternate sheets the one that is chosen applies', ( { browser } ) => expectSameLooks( browser, {
	head: `<link id="day" rel="stylesheet" title="Day" href="/day.css"><link id="night" rel="alternate stylesheet" title="Night" href="/night.css">`,
	files: { '/day.css': css( `#text{color:${ GREEN }}` ), '/night.css': css( `#text{color:${ RED }}` ) },
	body: '<p id="text">Text</p>',
	moments: [
		{ shows: { '#text': { style: { color: GREEN } } } },
		{ does: ( page ) => page.evaluate( () => {
			// An alternate sheet is switched on by a script that has switched it off before (HTML, "explicitly enabled").
			for ( const isDisabled of [ true, false ] ) {
				( document.getElementById( 'night' ) as HTMLLinkElement ).disabled = isDisabled;
			}
			( document.getElementById( 'day' ) as HTMLLinkElement ).disabled = true;
		} ), shows: { '#text': { style: { color: RED } } } },
	],
} ) );

test( 'rules that scripts change by assignment, insert, delete and replace apply as they did', ( { browser } ) => expectSameLooks( browser, {
	head: `<style id="sheet">.chip{background-color:${ RED };width:40px;height:20px} .nothing{display:none} .gone{display:none} @media (min-width:1px){ .inner{width:10px} @supports (display:grid){ .deep{width:10px} } } .parent{ &.nested{width:10px} }</style>`,
	body: '<div id="chip" class="chip"></div><p id="tag" class="tag">Tag</p><p id="gone" class="gone">Gone</p><p id="inner" class="inner">Inner</p><p id="deep" class="deep">Deep</p><p id="nested" class="parent nested">Nested</p><p id="new">New</p><div id="typed">Typed</div>',
	moments: [
		{ shows: { '#chip': { style: { 'background-color': RED } }, '#tag': { shown: true }, '#gone': { shown: false } } },
		{
			does: ( page ) => page.evaluate( ( [ green ] ) => {
				const sheet = ( document.getElementById( 'sheet' ) as HTMLStyleElement ).sheet!;
				const rules = sheet.cssRules as unknown as CSSStyleRule[];
				rules[ 0 ]!.style.backgroundColor = green!;
				rules[ 1 ]!.selectorText = '.tag';
				sheet.deleteRule( 2 );
				const media = rules[ 2 ] as unknown as CSSMediaRule;
				media.insertRule( '.inner{width:50px}', 1 );
				( ( media.cssRules[ 2 ] as CSSSupportsRule ).cssRules[ 0 ] as CSSStyleRule ).style.setProperty( 'width', '60px' );
				( rules[ 3 ]!.cssRules[ 0 ] as CSSStyleRule ).style.width = '70px';
				sheet.insertRule( '@property --wide { syntax: "<length>"; inherits: false; initial-value: 80px }', 0 );
				sheet.insertRule( '#typed{width:var(--wide)}', sheet.cssRules.length );
				sheet.insertRule( '#new{width:90px}', sheet.cssRules.length );
			}, [ GREEN ] ),
			shows: {
				'#chip': { style: { 'background-color': GREEN } },
				'#tag': { shown: false },
				'#gone': { shown: true },
				'#inner': { style: { width: '50px' } },
				'#deep': { style: { width: '60px' } },
				'#nested': { style: { width: '70px' } },
				'#typed': { style: { width: '80px' } },
				'#new': { style: { width: '90px' } },
			},
		},
	],
} ) );

test( 'of a large sheet each rule applies as it did, whichever of them a script changes', ( { browser } ) => expectSameLooks( browser, {
	head: `<style id="sheet">@layer low; ${ Array.from( { length: 600 }, ( _, n ) => `.r${ n }{width:${ n }px;padding:var(--space);padding-left:1px}` ).join( '' ) } @media print { .r500 { display: none } }</style>
		<script>document.getElementById( 'sheet' ).sheet.cssRules[ 301 ].style.width = '55px';</script>`,
	// A large sheet is gone through in turns, one with each mark.
	marks: 5,
	body: '<div style="--space:2px" id="early" class="r300">Early</div><div id="late" class="r500" style="--space:2px">Late</div>',
	moments: [
		{ shows: { '#early': { style: { width: '55px' } }, '#late': { style: { width: '500px' } } } },
		{
			does: ( page ) => page.evaluate( () => {
				( ( document.getElementById( 'sheet' ) as HTMLStyleElement ).sheet!.cssRules[ 501 ] as CSSStyleRule ).style.width = '66px';
			} ),
			shows: { '#late': { style: { width: '66px' } } },
		},
	],
} ) );

test( 'constructed sheets apply to the document and to roots, in the order in which they are adopted', ( { browser } ) => expectSameLooks( browser, {
	head: `<style>#text{color:${ RED }}</style><script>
		const sheet = ( text ) => { const made = new CSSStyleSheet(); made.replaceSync( text ); return made; };
		const first = sheet( '#text{color:${ GREEN };width:10px}' ), second = sheet( '#text{width:20px}' ), shared = sheet( 'p{width:30px}' );
		document.adoptedStyleSheets = [ first, second ];
	</script>`,
	body: '<p id="text">Text</p><div id="host"></div><div id="other"></div><script>for ( const id of [ "host", "other" ] ) { const root = document.getElementById( id ).attachShadow( { mode: "open" } ); root.innerHTML = "<p class=inner>Inner</p>"; root.adoptedStyleSheets = [ shared ]; }</script>',
	moments: [
		{ shows: { '#text': { style: { color: GREEN, width: '20px' } }, '#host .inner': { style: { width: '30px' } }, '#other .inner': { style: { width: '30px' } } } },
		{
			does: ( page ) => page.evaluate( 'shared.cssRules[ 0 ].style.width = "40px"; second.replaceSync( "#text{width:50px}" ); document.adoptedStyleSheets = [ second, first ];' ),
			shows: { '#text': { style: { color: GREEN, width: '10px' } }, '#host .inner': { style: { width: '40px' } }, '#other .inner': { style: { width: '40px' } } },
		},
		{
			does: ( page ) => page.evaluate( 'document.adoptedStyleSheets = [ second ]; second.insertRule( "#text{height:33px}", 1 ); shared.disabled = true;' ),
			shows: { '#text': { style: { color: RED, width: '50px', height: '33px' } }, '#host .inner': { style: { width: '984px' } } },
		},
		{ does: ( page ) => page.evaluate( 'document.adoptedStyleSheets = [];' ), shows: { '#text': { style: { color: RED, width: '984px' } } } },
	],
} ) );
