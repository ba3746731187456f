/**
 * What a page shows in answer to what a visitor writes, chooses or draws in something hidden stays hidden, in every
 * setting and in whatever words; what the page shows otherwise stays readable.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { record, withBrowser } from './one-page.mjs';

withBrowser();
const MODES = [ 'strict', 'balanced', 'open' ].flatMap( ( preset ) => [ false, true ].map( ( inputs ) => ( { preset, inputs } ) ) );

/** Records the page in every setting; in those that record inputs its fields are sensitive by name. */
async function inEveryMode( { body, act, hidden, shown = [], modes = MODES } ) {
	for ( const config of modes ) {
		const { text, ended, problems } = await record( { config, body: body.replace( /<(input|textarea|select)(?=[ >])/g, config.inputs ? '<$1 data-candid="sensitive"' : '<$1' ), act } );
		const name = `${ config.preset }${ config.inputs ? ' with inputs' : '' }`;
		assert.deepEqual( hidden.filter( ( value ) => text.toLowerCase().includes( value.toLowerCase() ) ), [], name );
		assert.deepEqual( ( config.preset === 'strict' ? [] : shown ).filter( ( value ) => ! text.includes( value ) ), [], name );
		assert.deepEqual( [ ended, problems ], [ [], [] ], name );
	}
}
/** Time for the page's own timers and for a look of the recorder (ms). */
const LOOK = 350;
const typing = ( selector, text ) => async ( page ) => {
	await page.click( selector );
	await page.keyboard.type( text, { delay: 15 } );
	await page.waitForTimeout( LOOK );
};

test( 'suggestions that complete what is typed stay hidden, also the part that was not typed', () => inEveryMode( {
	body: `<h1>Delivery Zqpage</h1><input id="t" name="street"><div id="l"></div><script>
		t.oninput = () => setTimeout( () => { l.innerHTML = [ 'gasse 12, 9999 Zqaltdorf', 'ergasse 3, Zqneudorf' ].map( ( rest ) => '<div class="item"><b>' + t.value + '</b>' + rest + ' <span>' + t.value + rest + '</span></div>' ).join( '' ) }, 120 );
	</script>`,
	act: typing( '#t', 'Zqlind' ),
	hidden: [ 'Zqlind', 'Zqaltdorf', 'Zqneudorf', 'gasse 12' ],
	shown: [ 'Delivery Zqpage' ],
} ) );

test( 'the mirror of an editor without a text area stays hidden', () => inEveryMode( {
	modes: MODES.filter( ( { inputs } ) => ! inputs ),
	body: `<div id="e" contenteditable role="textbox" style="min-height:2em"></div><div id="m"></div><p id="p"></p><script>
		e.oninput = () => { m.textContent = e.textContent; p.innerHTML = '<b>Zqpreview of</b> <i></i>'; p.lastElementChild.textContent = e.innerText.toUpperCase(); };
	</script>`,
	act: typing( '#e', 'Zqdiagnosis' ),
	hidden: [ 'Zqdiagnosis', 'Zqpreview' ],
} ) );

test( 'an editor that listens to keys alone is hidden where the page draws what is typed', () => inEveryMode( {
	body: '<div id="e" tabindex="0" style="height:2em">+</div><p id="p">x</p><script>let typed = "Zqpad "; e.onkeydown = ( event ) => { typed += event.key; setTimeout( () => { p.textContent = typed; } ); };</script>',
	act: typing( '#e', 'secret' ),
	hidden: [ 'Zqpad', 'secret' ],
} ) );

test( 'a number is hidden in every spelling, and so is what the page makes of it', () => inEveryMode( {
	body: `<label>Income <input id="t" type="number" name="n"></label><p id="p">x</p><p id="q">x</p><input type="range" id="r" min="0" max="99999" value="100"><p id="b">x</p><script>
		t.oninput = () => { const n = Number( t.value ); p.textContent = 'You told us $' + n.toLocaleString( 'en-US' ); q.textContent = n.toLocaleString( 'de-DE' ) + ' € / ' + ( n * 12 ); };
		r.oninput = () => { b.textContent = '$' + Number( r.value ).toLocaleString( 'en-US' ); };
	</script>`,
	act: async ( page ) => {
		await typing( '#t', '4730012' )( page );
		await page.locator( '#r' ).evaluate( ( range ) => {
			range.value = 36215;
			range.dispatchEvent( new Event( 'input', { bubbles: true } ) );
		} );
		await page.waitForTimeout( LOOK );
	},
	hidden: [ '4730012', '4,730,012', '4.730.012', '56760144', '$36,215', 'You told us' ],
} ) );

test( 'what is typed in a component with a closed root stays hidden outside of it', () => inEveryMode( {
	body: `<div id="h"></div><p id="p">x</p><script>
		const root = h.attachShadow( { mode: 'closed' } ); root.innerHTML = '<input>';
		root.firstChild.oninput = ( event ) => setTimeout( () => { p.textContent = 'Thank you, ' + event.target.value; }, 100 );
	</script>`,
	act: async ( page ) => {
		await page.click( '#h', { position: { x: 20, y: 10 } } );
		await page.keyboard.type( 'Zqclosed', { delay: 15 } );
		await page.waitForTimeout( LOOK );
	},
	hidden: [ 'Zqclosed', 'Thank you' ],
} ) );

test( 'the strength of a password, the messages of a live region and the length of a text stay hidden', () => inEveryMode( {
	body: `<input id="t" type="password"><p id="p" aria-live="polite">x</p><output id="o"></output><p id="c">0 / 80</p><script>
		t.oninput = () => { p.textContent = t.value.length > 5 ? 'Zqstrong' : 'Zqweak'; c.textContent = t.value.length + ' / 80 Zqcharacters'; };
	</script>`,
	act: typing( '#t', 'abcdefgh' ),
	hidden: [ 'Zqstrong', 'Zqweak', 'Zqcharacters' ],
} ) );

/** Chooses an answer of a question by the label. */
const choosing = ( label ) => async ( page ) => {
	await page.click( `text=${ label }` );
	await page.waitForTimeout( LOOK );
};
const QUESTION = `<div id="q" class="question"><label class="card"><input type="radio" name="q" value="yes"> Indeed</label><label class="card"><input type="radio" name="q" value="no"> Never</label></div><p id="n">x</p><i id="bar" style="width: 0"></i>
	<script>q.onchange = ( { target: { value, parentElement } } ) => { q.dataset.answer = value; q.classList.add( 'is-' + value ); parentElement.classList.add( 'selected' ); n.dataset.score = value === 'yes' ? 4 : 7; n.innerHTML = '<b class="mood-' + value + '" data-mood="' + value + '" title="' + value + '">+</b>'; bar.style.width = value === 'yes' ? '40%' : '71%'; };</script>`;

test( 'an answer stays hidden in attributes, classes and sizes, and looks like any other answer', async () => {
	await inEveryMode( { body: QUESTION, act: choosing( 'Indeed' ), hidden: [ '"data-answer":"yes"', 'is-yes', '"data-score"', 'mood-yes', 'selected', '40%' ], shown: [ '"class":"question"' ] } );
	const told = async ( label ) => ( await record( { body: QUESTION, act: choosing( label ) } ) ).events.filter( ( { type, data } ) => type === 3 && data.source === 0 ).map( ( { data } ) => JSON.stringify( data ) );
	assert.deepEqual( await told( 'Indeed' ), await told( 'Never' ) );
} );

test( 'classes and styles that were there before are told in an answer, and others once the visitor is done', () => keeps( {
	body: '<ol><li class="step active" style="color: red">1</li><li id="s" class="step">2</li></ol><input id="t"><p id="p">x</p><button id="b">b</button><script>t.oninput = () => { s.className = "step active"; s.style.color = "red"; s.style.display = "block"; p.className = "Zqnew"; }; b.onclick = () => { p.className = "Zqopened"; }</script>',
	act: async ( page ) => {
		await typing( '#t', 'ab' )( page );
		await page.mouse.click( 5, 300 );
		await page.waitForTimeout( RESTED );
		await page.click( '#b' );
		await page.waitForTimeout( LOOK );
	},
	shown: [ '"class":"step active"', 'color: red; display: block', 'Zqopened' ],
	hidden: [ 'Zqnew' ],
} ) );

test( 'what is typed stays hidden where it comes by a style sheet', () => inEveryMode( {
	body: `<style id="s">#p::after { content: "x"; } .icon::before { content: "\\e001"; } .note::before { content: "Zqnote"; }</style><input id="t"><p id="p" class="note">Zqcup</p><script>
		t.oninput = () => setTimeout( () => { const v = t.value.toUpperCase() + 'x'; s.sheet.insertRule( '#p::before { content: "' + v + ' "; }', 0 ); s.sheet.cssRules[ 1 ].style.setProperty( 'content', "'" + v + "'" );
		p.style.setProperty( '--name', '"' + v + '"' ); p.style.fontFamily = '"' + v + '"'; const sheet = new CSSStyleSheet(); sheet.replaceSync( '#p { --label: "' + v + '"; quotes: "' + v + '" "y"; --size: 73; }' ); document.adoptedStyleSheets = [ sheet ]; } );
	</script>`,
	act: async ( page ) => {
		await typing( '#t', 'Zqanna' )( page );
		await page.evaluate( () => {
			const { s, t } = window;
			s.textContent += `#p::marker { content: "${ t.value }x"; }`;
		} );
		await page.waitForTimeout( LOOK );
	},
	hidden: [ 'Zqanna', '--size: 73' ],
	shown: [ 'Zqcup', 'Zqnote', 'e001' ],
} ) );

test( 'a drawn list, its choice and its chips stay hidden beside a hidden select, whoever sets it', () => inEveryMode( {
	body: `<h1>Zqvisit</h1><select id="s"><option>Choose</option><option>Zqhepatitis</option><option>Zq-checkup 2</option></select><a id="c" href="#">Choose</a><ul id="l"></ul><div id="d"></div><script>
		setTimeout( () => { l.innerHTML = [ ...s.options ].map( ( { text } ) => '<li>' + text + '</li>' ).join( '' ); s.selectedIndex = 1; c.textContent = s.value; d.innerHTML = '<div class="chip chip-' + s.value + '" data-value="' + s.value + '"> ' + s.value.toUpperCase() + ' <button>x</button></div>'; }, 1200 );
	</script>`,
	act: ( page ) => page.waitForTimeout( 1600 ),
	hidden: [ 'Zqhepatitis', 'Zq-checkup' ],
	shown: [ 'Zqvisit' ],
} ) );

test( 'the step that shows all answers once more stays hidden, also where hidden inputs alone say what they are', () => inEveryMode( {
	modes: MODES.filter( ( { inputs } ) => ! inputs ),
	body: '<h1>Zqtea</h1><dl><dt>Zqname</dt><dd>Zqanna</dd><dt>Why</dt><dd>because of Zqdebts</dd></dl><p>Dear Zqanna, your tea is ready</p><form><input type="hidden" name="first" value="Zqanna"><input type="hidden" name="why" value="because of Zqdebts"><button>Send</button></form><form><input type="hidden" name="title" value="Zqtea"><button>Buy</button></form>',
	act: ( page ) => page.waitForTimeout( LOOK ),
	hidden: [ 'Zqanna', 'Zqdebts' ],
	shown: [ 'Zqtea', 'Zqname', 'your tea is ready' ],
} ) );

test( 'what a server answers stays hidden, however late', () => inEveryMode( {
	body: '<input id="t"><p id="p">x</p><script>t.onchange = () => fetch( "/slow" ).then( ( answer ) => answer.text() ).then( () => { p.textContent = "Zqcovered by plan B"; } )</script>',
	act: async ( page ) => {
		await page.route( '**/slow', async ( route ) => {
			await new Promise( ( resolve ) => setTimeout( resolve, 1500 ) );
			await route.fulfill( { body: 'ok' } );
		} );
		await typing( '#t', 'abc' )( page );
		await page.mouse.click( 5, 300 );
		await page.waitForTimeout( 2200 );
	},
	hidden: [ 'Zqcovered' ],
} ) );

test( 'what is written or chosen stays hidden in the address of the page and in links', () => inEveryMode( {
	body: '<a id="a" href="/shop/zqcups">Cups</a><input id="t"><script>t.oninput = () => { history.replaceState( null, "", "/find/" + t.value + "x?page=7&orderby=" + t.value ); a.href = "/shop/zqcups/" + t.value + "x"; }</script>',
	act: typing( '#t', 'zqplum' ),
	hidden: [ 'zqplum', '/find/', 'page=7' ],
	shown: [ '/shop/zqcups' ],
} ) );

test( 'neither the trail of a signature nor its copy leaves the page', () => inEveryMode( {
	modes: MODES,
	body: `<canvas id="c" width="300" height="120" style="touch-action:none"></canvas><div id="d"></div><script>
		const path = []; c.onpointermove = ( event ) => { if ( event.buttons ) { path.push( event.offsetX + ' ' + event.offsetY ); } };
		c.onpointerup = () => { d.innerHTML = '<svg width="300"><path d="M ' + path.join( ' L ' ) + '"/></svg>'; };
	</script>`,
	act: async ( page ) => {
		await page.mouse.move( 31, 41 );
		await page.mouse.down();
		for ( const [ x, y ] of [ [ 57, 23 ], [ 79, 80 ], [ 113, 31 ] ] ) {
			await page.mouse.move( x, y );
			await page.waitForTimeout( 80 );
		}
		await page.mouse.up();
		await page.waitForTimeout( 700 );
	},
	hidden: [ '"x":57', '"x":79', '"x":113', '"x":31', '"d":', ' L ' ],
} ) );

/** Records the page as installed, and says what of these texts was lost. */
async function keeps( { body, act, shown, hidden = [], config } ) {
	const { text, ended, problems } = await record( { config, body, act } );
	assert.deepEqual( [ shown.filter( ( value ) => ! text.includes( value ) ), hidden.filter( ( value ) => text.includes( value ) ), ended, problems ], [ [], [], [], [] ] );
}
/** Longer than a page rests after editing (ms). */
const RESTED = 800;

test( 'menus, accordions, tabs, carousels and carts of pages without a hidden input stay readable', () => keeps( {
	body: `<button id="menu">Menu</button><nav id="nav"></nav><button id="tab">Tab</button><div id="panel"></div><div id="slides">Zqslide 1</div>
		<form><input type="hidden" name="add" value="42"><button id="cart" type="button">Add</button></form><p id="basket">0 items</p><input name="q">
		<script>menu.onclick = () => { nav.innerHTML = '<a href="#">Zqmenu item</a>'; }; tab.onclick = () => setTimeout( () => { panel.textContent = 'Zqpanel loaded'; }, 60 );
		cart.onclick = () => { basket.textContent = '1 Zqitem, 19.90'; }; slides.onpointerdown = () => { slides.textContent = 'Zqslide 2'; };</script>`,
	act: async ( page ) => {
		for ( const id of [ '#menu', '#tab', '#slides', '#cart' ] ) {
			await page.click( id );
			await page.waitForTimeout( 120 );
		}
	},
	shown: [ 'Zqmenu item', 'Zqpanel loaded', 'Zqslide 2', '1 Zqitem, 19.90' ],
} ) );

test( 'what a page shows after the visitor has left the field, and after it has come to rest, stays readable', () => keeps( {
	body: '<input id="t"><button id="b">More</button><p id="p">x</p><script>b.onclick = () => setTimeout( () => { p.textContent = "Zqlater"; }, 50 )</script>',
	act: async ( page ) => {
		await typing( '#t', 'a name' )( page );
		await page.mouse.click( 5, 300 );
		await page.waitForTimeout( RESTED );
		await page.click( '#b' );
		await page.waitForTimeout( LOOK );
	},
	shown: [ 'Zqlater' ],
} ) );

test( 'the page that a link brings without a reload stays readable, though the visitor has just written', () => keeps( {
	body: '<input id="t"><a id="a" href="/next">Next</a><p id="p">x</p><script>a.onclick = ( event ) => { event.preventDefault(); setTimeout( () => { p.textContent = "Zqnext page"; }, 100 ); }</script>',
	act: async ( page ) => {
		await typing( '#t', 'a name' )( page );
		await page.click( '#a' );
		await page.waitForTimeout( LOOK );
	},
	shown: [ 'Zqnext page' ],
} ) );

test( 'what was shown before stays readable in an answer, and so does what the site allows', () => keeps( {
	body: `<h2>Zqstep 2 of the form</h2><ul id="l"><li>Zqpear <b>2.50</b></li><li>Zqapple <b>3.10</b></li></ul><input id="t"><h3 id="h">x</h3><p id="a" data-candid="allow">x</p><script>
		t.oninput = () => { h.textContent = 'Zqstep 2 of the form'; a.textContent = 'Zqallowed'; l.innerHTML = '<li>Zqapple <b>3.10</b></li><li>Zqpear <b>2.50</b></li><li>Zqnew <b>9.99</b></li>'; };
	</script>`,
	act: async ( page ) => {
		await typing( '#t', 'abc' )( page );
	},
	shown: [ '"nextId":null,"node":{"type":3,"textContent":"Zqstep 2 of the form"', 'Zqallowed' ],
	hidden: [ 'Zqnew', '9.99' ],
} ) );

test( 'a greeting in a new shadow root, in the next document of a frame, or in a new frame stays hidden', () => inEveryMode( {
	body: `<input id="t" name="first"><div id="host"></div><iframe id="old" srcdoc="<p>before</p>"></iframe><div id="place"></div><script>
		t.onchange = () => {
			host.attachShadow( { mode: 'open' } ).innerHTML = '<p>Zqroot greets</p>';
			old.srcdoc = '<p>Zqframe greets</p>';
			place.innerHTML = '<iframe srcdoc="<p>Zqnew greets</p>"></iframe>';
		};
	</script>`,
	act: async ( page ) => {
		await typing( '#t', 'abc' )( page );
		await page.keyboard.press( 'Tab' );
		await page.frameLocator( '#place iframe' ).getByText( 'greets' ).waitFor();
		await page.frameLocator( '#old' ).getByText( 'greets' ).waitFor();
		await page.waitForTimeout( LOOK );
	},
	hidden: [ 'Zqroot', 'Zqframe', 'Zqnew' ],
} ) );

test( 'what was hidden once stays hidden in a later snapshot, and where it is made anew', () => inEveryMode( {
	body: '<input id="t"><p id="p">x</p><div id="d"></div><script>t.oninput = () => { p.textContent = "Zqcase 17"; d.innerHTML = "<p>Zqcopy</p><b>47.11</b>"; };</script>',
	act: async ( page, site ) => {
		await typing( '#t', 'abc' )( page );
		await page.mouse.click( 5, 300 );
		await page.waitForTimeout( RESTED );
		await page.evaluate( () => {
			const { d } = window;
			d.innerHTML = '<p>Zqcopy</p><b>47.11</b>';
		} );
		await page.waitForTimeout( LOOK );
		const before = site.segments.length;
		await page.evaluate( () => window.candid.block( '.nothing' ) );
		await page.evaluate( () => window.p.setAttribute( 'title', '' ) );
		await site.until( ( segments ) => segments.slice( before ).some( ( { events } ) => events.some( ( { type } ) => type === 2 ) ), 'another snapshot' );
	},
	hidden: [ 'Zqcase', 'Zqcopy', '47.11' ],
} ) );
