import { test } from '@playwright/test';
import { expectSameLooks } from './visit';

test( 'a closed popover is hidden, and an open one lies in the top layer', ( { browser } ) => expectSameLooks( browser, {
	head: '<style>#menu{padding:20px;border:1px solid #888} #menu:popover-open{color:rgb(10, 120, 40)}</style>',
	body: '<button popovertarget="menu">Menu</button><div id="menu" popover>Menu</div><div id="hint" popover="manual">Hint</div><div id="early" popover="manual">Early</div><script>document.getElementById( "early" ).showPopover();</script>',
	moments: [
		{ shows: { '#menu': { shown: false }, '#hint': { shown: false }, '#early': { shown: true, matches: [ ':popover-open' ] } } },
		{
			does: ( page ) => page.evaluate( () => document.getElementById( 'menu' )!.showPopover() ),
			shows: { '#menu': { shown: true, matches: [ ':popover-open' ], style: { position: 'fixed', color: 'rgb(10, 120, 40)' } }, '#hint': { shown: false } },
		},
		{
			does: ( page ) => page.evaluate( () => {
				document.getElementById( 'menu' )!.hidePopover();
				document.getElementById( 'hint' )!.showPopover();
				document.getElementById( 'early' )!.hidePopover();
			} ),
			shows: { '#menu': { shown: false }, '#hint': { shown: true }, '#early': { shown: false } },
		},
	],
} ) );

test( 'a dialog is modal or not as the visitor had it', ( { browser } ) => expectSameLooks( browser, {
	body: '<dialog id="modal">Modal</dialog><dialog id="plain" open>Plain</dialog><details id="details"><summary>More</summary><p id="inside">Inside</p></details>',
	moments: [
		{ shows: { '#modal': { shown: false }, '#plain': { shown: true, differs: [ ':modal' ] }, '#details': { is: { open: false } } } },
		{
			does: ( page ) => page.evaluate( () => {
				( document.getElementById( 'modal' ) as HTMLDialogElement ).showModal();
				( document.getElementById( 'details' ) as HTMLDetailsElement ).open = true;
			} ),
			shows: { '#modal': { shown: true, matches: [ ':modal' ], style: { position: 'fixed' } }, '#inside': { shown: true } },
		},
		{ does: ( page ) => page.evaluate( () => ( document.getElementById( 'modal' ) as HTMLDialogElement ).close() ), shows: { '#modal': { shown: false } } },
	],
} ) );

test( 'what is in a closed shadow root that comes during the visit is seen, masked where it is masked', ( { browser } ) => expectSameLooks( browser, {
	body: `<p>Page</p><x-early></x-early><div id="place"></div><script>
		class Box extends HTMLElement { connectedCallback() { this.attachShadow( { mode: 'closed' } ).innerHTML = '<p class="inner">' + this.localName + '</p><div data-candid="mask" class="masked">Secret name</div>'; } }
		customElements.define( 'x-early', class extends Box {} ); customElements.define( 'x-late', class extends Box {} );
	</script>`,
	moments: [
		{ shows: { 'x-early': { anyBox: true } } },
		{
			does: ( page ) => page.evaluate( () => document.getElementById( 'place' )!.append( document.createElement( 'x-late' ) ) ),
			shows: { 'x-late': { anyBox: true } },
			replays: { 'x-late .inner': { shown: true, text: 'x-late' }, 'x-late .masked': { text: '*** ***' } },
		},
	],
} ) );
