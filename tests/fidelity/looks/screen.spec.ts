import { test } from '@playwright/test';
import { expectSameLooks } from './visit';

const GREEN = 'rgb(10, 120, 40)';
const RED = 'rgb(200, 0, 0)';

const SCHEMES = {
	head: `<style>:root{color-scheme:light dark} body{background:rgb(250,250,250)} @media (prefers-color-scheme:dark){body{background:rgb(20,20,20)}} @media screen and (min-width:1px) and (prefers-color-scheme: light){#light{display:block!important}}
		@media not all and (prefers-color-scheme){#known{display:none}} #own{color:light-dark(${ RED },${ GREEN })} .light{color-scheme:light}</style>
		<style media="(prefers-color-scheme: dark)">#dark{display:block!important}</style>`,
	body: '<p id="light" style="display:none">Light</p><p id="dark" style="display:none">Dark</p><p id="known">Known</p><p id="own">Own</p><p id="fixed" class="light" style="color:light-dark(red, blue)">Fixed</p>',
};

test( 'a visitor in dark mode is watched in dark mode by somebody in light mode', ( { browser } ) => expectSameLooks( browser, {
	...SCHEMES,
	visitor: { colorScheme: 'dark' },
	viewer: { colorScheme: 'light' },
	moments: [ { shows: { body: { style: { 'background-color': 'rgb(20, 20, 20)' } }, '#light': { shown: false }, '#dark': { shown: true }, '#known': { shown: true }, '#own': { style: { color: GREEN } }, '#fixed': { style: { color: 'rgb(255, 0, 0)' } } } } ],
} ) );

test( 'a visitor in light mode is watched in light mode by somebody in dark mode', ( { browser } ) => expectSameLooks( browser, {
	...SCHEMES,
	visitor: { colorScheme: 'light' },
	viewer: { colorScheme: 'dark' },
	moments: [ { shows: { body: { style: { 'background-color': 'rgb(250, 250, 250)' } }, '#light': { shown: true }, '#dark': { shown: false }, '#own': { style: { color: RED } } } } ],
} ) );

test( 'a page turns dark while it is visited', ( { browser } ) => expectSameLooks( browser, {
	...SCHEMES,
	moments: [
		{ shows: { '#dark': { shown: false } } },
		{ does: ( page ) => page.emulateMedia( { colorScheme: 'dark' } ), shows: { '#dark': { shown: true }, body: { style: { 'background-color': 'rgb(20, 20, 20)' } } } },
	],
} ) );

test( 'sheets ask for the wishes, the pointer and the density of the visitor\'s screen', ( { browser } ) => expectSameLooks( browser, {
	head: `<style>p{color:${ RED }} @media (prefers-reduced-motion: reduce){#motion{color:${ GREEN }}} @media (hover: none) and (pointer: coarse){#touch{color:${ GREEN }}}
		@media (min-resolution: 1.5dppx),(-webkit-min-device-pixel-ratio: 1.5){#dense{color:${ GREEN }}} @media (max-resolution: 100dpi){#dense{color:blue}} @media not (hover){#hover{color:${ GREEN }}}</style>`,
	body: '<p id="motion">Motion</p><p id="touch">Touch</p><p id="dense">Dense</p><p id="hover">Hover</p>',
	visitor: { reducedMotion: 'reduce', deviceScaleFactor: 2, hasTouch: true, isMobile: true, viewport: { width: 400, height: 700 } },
	moments: [ { shows: Object.fromEntries( [ 'motion', 'touch', 'dense', 'hover' ].map( ( id ) => [ `#${ id }`, { style: { color: GREEN } } ] ) ) } ],
} ) );
