/**
 * The kinds of pages. Each has a name, a title and HTML, and may have:
 *
 * - `act` and `finish`: what the visitor does before the second and the third picture; `finish` scrolls to the end where none is given.
 * - `visitor`: Playwright's options of the visitor's browser; `config`: what the page's config tag says.
 * - `isMissing`: what the page may say in its console.
 * - `short`: what may still differ, where the recording falls short: `pixels` (share), `texts` and `styles` (elements), `why`.
 */
import { readFileSync } from 'node:fs';

const openDetails = ( page ) => page.locator( 'summary' ).first().click();

/** Where the recording still falls short. */
const SHORT = {
	focus: 'no replay shows :focus-visible',
	masked: 'a masked date is a field of text, which is a little lower',
};

/** Pages of a real WordPress. @param {Object} wordpress What renderWordPress() gives. */
export function wordpressKinds( wordpress ) {
	const kind = ( name, title, page, more = {} ) => ( { name, title, html: wordpress.pages[ page ], wordpress, ...more } );
	const [ newest ] = wordpress.themes;
	return [
		...wordpress.themes.flatMap( ( theme ) => [
			kind( `${ theme }-front`, `${ theme }: front page`, `${ theme }-front`, { act: ( page ) => page.mouse.wheel( 0, 700 ) } ),
			kind( `${ theme }-single`, `${ theme }: a post with comments`, `${ theme }-single`, { act: openDetails, ...( theme === 'twentytwentyfour' ? { short: { styles: 1, why: SHORT.focus } } : {} ) } ),
		] ),
		kind( 'theme-archive', `${ newest }: archive`, 'theme-archive' ),
		kind( 'theme-search', `${ newest }: search`, 'theme-search' ),
		kind( 'theme-missing', `${ newest }: not found`, 'theme-missing' ),
		kind( 'shop-home', 'Demo shop: home', 'shop-home', { act: ( page ) => page.mouse.wheel( 0, 900 ) } ),
		kind( 'shop-catalogue', 'Demo shop: catalogue with filters', 'shop-catalogue', { act: ( page ) => page.locator( '[data-quick-look]' ).first().click() } ),
		kind( 'shop-product', 'Demo shop: product', 'shop-product', { act: ( page ) => page.locator( '[data-carousel-on]' ).click() } ),
		kind( 'shop-contact', 'Demo shop: contact form', 'shop-contact', { short: { pixels: 0.02, why: SHORT.masked } } ),
		kind( 'shop-checkout', 'Demo shop: checkout', 'shop-checkout' ),
		kind( 'shop-visit', 'Demo shop: a frame and hours', 'shop-visit' ),
	];
}

const call = ( name ) => ( page ) => page.evaluate( ( given ) => window[ given ](), name );
const click = ( selector ) => ( page ) => page.locator( selector ).click();
const inTurn = ( ...steps ) => async ( page ) => {
	for ( const step of steps ) {
		await step( page );
	}
};
/** Scrolls a box and waits until the page has drawn what belongs there. */
const scrollList = ( row ) => async ( page ) => {
	await page.evaluate( ( at ) => document.querySelector( '.list' ).scrollTo( 0, at * 40 ), row );
	await page.waitForFunction( ( at ) => window.isDrawn( at ), row + 5 );
};

const fixture = ( name, title, more = {} ) => ( { name, title, html: readFileSync( new URL( `content/${ name }.html`, import.meta.url ), 'utf8' ), ...more } );

/** Shops, long pages, and what builders of pages write. */
const BUILT = [
	fixture( 'woo-product', 'WooCommerce-like: product', { config: { inputs: true }, act: inTurn( ( page ) => page.selectOption( '#pa_glaze', 'Cobalt' ), click( '.flex-control-thumbs li:nth-child(2) img' ), click( '[data-tab=reviews]' ) ) } ),
	fixture( 'woo-cart', 'WooCommerce-like: cart of blocks', { act: inTurn( click( '[data-line="1"] .more' ), click( '.wc-block-components-panel__button' ) ) } ),
	fixture( 'woo-checkout', 'WooCommerce-like: classic checkout', { short: { texts: 1, styles: 3, why: 'fields that show in answer to a hidden choice are not shown' }, act: inTurn( ( page ) => page.fill( '#billing_first_name', 'Mara' ), ( page ) => page.check( '#ship' ), click( '.showcoupon' ) ) } ),
	fixture( 'woo-checkout-blocks', 'WooCommerce-like: checkout of blocks', { short: { styles: 2, why: 'a class that comes in answer to a hidden field is masked' }, config: { inputs: true }, act: inTurn( ( page ) => page.fill( '#town', 'Saltmere' ), ( page ) => page.check( '[value=pickup]' ), ( page ) => page.check( '#note' ), click( '#order' ) ) } ),
	fixture( 'table', 'A table of 400 rows', { config: { inputs: true }, act: click( 'th:nth-child(4)' ), finish: ( page ) => page.selectOption( '#garden', 'River' ) } ),
	fixture( 'long-form', 'A form of 100 fields', { config: { inputs: true }, act: inTurn( ( page ) => page.fill( '[name=kind-2]', 'Oolong' ), ( page ) => page.check( '[name=water-1]' ), ( page ) => page.check( '[name=roof-1][value=b]' ), ( page ) => page.selectOption( '[name=side-1]', 'South' ), ( page ) => page.fill( '[name=length-1]', '8' ), ( page ) => page.fill( '[name=about-1]', 'Leaves\nand cups' ), ( page ) => page.locator( '[name=about-1]' ).blur() ) } ),
	fixture( 'builder-sections', 'Page builder: sections', { act: click( '.elementor-tab-title:nth-of-type(3)' ) } ),
	fixture( 'builder-modules', 'Page builder: modules', { act: inTurn( click( '.et_pb_toggle_close' ), click( '.et_pb_tabs_controls li:nth-child(2)' ) ) } ),
	fixture( 'slider', 'Sliders', { act: inTurn( click( '.swiper-button-next' ), click( '.swiper-button-next' ) ), finish: ( page ) => page.evaluate( () => document.querySelector( '.snap' ).scrollTo( { left: 300, behavior: 'instant' } ) ) } ),
	fixture( 'modal', 'Modals and popovers', { short: { styles: 1, why: SHORT.focus }, act: click( '#open' ), finish: inTurn( click( '#close' ), click( 'summary' ), click( '[popovertarget]' ) ) } ),
	fixture( 'sticky', 'Sticky headers', { act: ( page ) => page.evaluate( () => scrollTo( { top: 700, behavior: 'instant' } ) ) } ),
	fixture( 'animated', 'Animations and transitions', { short: { styles: 1, why: 'the end of an animation that a script began is not recorded' }, act: click( '#go' ) } ),
];

/** What browsers can do. */
const PLATFORM = [
	fixture( 'css-in-js', 'CSS-in-JS', { act: call( 'change' ), finish: call( 'remove' ) } ),
	fixture( 'adopted', 'Adopted and disabled sheets', { act: call( 'change' ), finish: call( 'more' ) } ),
	fixture( 'layers', 'Layers, containers, nesting, imports', { act: call( 'narrow' ) } ),
	fixture( 'custom-elements', 'Custom elements and open roots', { act: inTurn( click( 'tea-tabs button:nth-of-type(2)' ), call( 'define' ) ) } ),
	fixture( 'closed-roots', 'Closed roots', { short: { pixels: 0.5, texts: 1, styles: 4, why: 'closed roots that were attached before the recorder came are not recorded' }, act: call( 'later' ) } ),
	fixture( 'frames', 'Frames', { act: call( 'change' ), finish: call( 'less' ) } ),
	fixture( 'sprites', 'Icons, sprites and drawings', { short: { styles: 1, why: 'a drawing in an address of a sheet (data:image/svg+xml) is left out' }, act: call( 'change' ), finish: call( 'icon' ) } ),
	fixture( 'rtl', 'Arabic and Hebrew', { act: click( '#menu' ) } ),
	fixture( 'japanese', 'Japanese, vertical', { act: click( 'summary' ), finish: ( page ) => page.evaluate( () => document.body.scrollTo( { left: -200, behavior: 'instant' } ) ) } ),
	fixture( 'dark', 'Dark mode', { visitor: { colorScheme: 'dark' }, act: click( '#pick' ) } ),
	fixture( 'phone', 'A phone', { visitor: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }, act: ( page ) => page.locator( '.burger' ).tap() } ),
	fixture( 'virtual-list', 'A virtual list', { act: scrollList( 5000 ), finish: scrollList( 9 ) } ),
	fixture( 'transitions', 'Pages without a reload', { short: { pixels: 0.39, styles: 5, why: 'a page reached without a reload, whose rules are not known, is masked as a whole' }, act: async ( page ) => {
		await page.locator( '#go' ).click();
		await page.evaluate( () => window.visiting );
	}, finish: call( 'back' ) } ),
	fixture( 'router', 'Interactivity router', { act: click( '#next' ) } ),
	fixture( 'states', 'Pseudo-classes', { short: { pixels: 0.09, texts: 2, styles: 12, why: 'states that the browser alone knows are not recorded' }, config: { inputs: true }, act: async ( page ) => {
		await page.locator( '#boxes' ).fill( '9' );
		await page.check( '#t2', { force: true } );
		await page.hover( '#menu' );
	}, finish: async ( page ) => {
		await page.locator( '#jump' ).click();
		await page.keyboard.press( 'Tab' );
	} } ),
];

export const KINDS = [ ...BUILT, ...PLATFORM ];
