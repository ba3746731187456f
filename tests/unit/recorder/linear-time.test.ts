// @vitest-environment jsdom
/**
 * The recorder runs beside a visitor: whatever a page does, the time it takes grows with what happened and not faster.
 */
import { describe, it, vi } from 'vitest';
import { hideKeys, isQrCode, sensitiveWord } from '../../../src/privacy';
import { squaresIn } from '../../../src/privacy/drawing';
import { Addresses } from '../../../src/recorder/masking/addresses';
import { Answers } from '../../../src/recorder/masking/answers';
import { Choices } from '../../../src/recorder/masking/choices';
import { CodeLists } from '../../../src/recorder/masking/code-lists';
import { Departures } from '../../../src/recorder/masking/departures';
import { Masking } from '../../../src/recorder/masking/masking';
import { hideRuns, wantedOf, without } from '../../../src/recorder/masking/occurrences';
import { hideStateAttributes } from '../../../src/recorder/masking/state-attributes';
import { TypedValues } from '../../../src/recorder/masking/typed-values';
import { halvesOf } from '../../../src/recorder/transport/halves';
import { Outbox } from '../../../src/recorder/transport/outbox';
import { expectLinear } from '../linear-time';
import { RecordedPage } from './recorded-page';

vi.setConfig( { testTimeout: 120_000 } );

const long = ( part: string, size: number ) => part.repeat( Math.ceil( size / part.length ) );

/** A page with the recorder's masking, inputs recorded: with them it looks at most. */
function open( html: string, block: string[] = [] ) {
	document.body.innerHTML = html;
	const masking = new Masking( { v: 1, door: '', key: '', recorder: '', keep: [], block, preset: 'balanced', inputs: true, maskPage: false }, { sensitiveWord } );
	masking.start();
	return new RecordedPage( masking );
}

describe( 'What a field holds is looked for in time that grows with the text and the value', () => {
	it.each( [ [ 'a', 'a' ], [ 'ab ', 'ab ' ], [ 'あい', 'あ' ], [ 'a ', 'a b ' ], [ '1 ', '1' ] ] )( 'a text of "%s" and a value of "%s"', ( text, value ) => {
		expectLinear( ( size ) => {
			const shown = long( text, size );
			const wanted = [ wantedOf( `${ long( value, size ) }x` ), wantedOf( `${ long( value, size / 2 ) }a` ) ];
			return () => [ without( shown, wanted ), hideRuns( shown ) ];
		}, 4096, 65_536 );
	} );

	it( 'many texts and one long value', () => expectLinear( ( size ) => {
		const typed = new TypedValues( '' );
		const field = document.createElement( 'textarea' );
		field.value = long( 'what a visitor wrote\n', size * 10 );
		typed.watch( field );
		const texts = Array.from( { length: size }, ( _, i ) => `a text of the page, number ${ i }` );
		return () => texts.forEach( ( text ) => typed.hide( text ) );
	}, 64, 8192 ) );

	it( 'many events and one long value', () => expectLinear( ( size ) => {
		const typed = new TypedValues( '' );
		const field = document.createElement( 'textarea' );
		field.value = long( 'what a visitor wrote\n', 20_000 );
		typed.watch( field );
		return () => {
			for ( let i = 0; i < size; i++ ) {
				typed.forget( false );
				typed.hide( 'a text of the page' );
			}
		};
	}, 16, 4096 ) );
} );

describe( 'A page is read', () => {
	it.each( [
		[ 'many elements beside each other', ( size: number ) => '<p class="a" title="t">Text <b>of</b> a page</p>'.repeat( size ) ],
		[ 'many fields, labels and groups', ( size: number ) => `<fieldset>${ Array.from( { length: size }, ( _, i ) => `<label for="f${ i }">City</label><input id="f${ i }" name="n">` ).join( '' ) }</fieldset>` ],
		[ 'many blocked parts', ( size: number ) => '<p class="card"><b>x</b></p>'.repeat( size ) ],
	] )( 'in time that grows with it: %s', ( _what, html ) => {
		expectLinear( ( size ) => {
			const page = open( html( size ), [ '.card', '.open .secret' ] );
			return () => page.snapshot();
		}, 16, 512 );
	} );

	it( 'in time that grows with what was added', () => expectLinear( ( size ) => {
		const page = open( '<div id="place"></div>' );
		page.snapshot();
		document.getElementById( 'place' )!.innerHTML = '<section><p>Text</p></section>'.repeat( size );
		return () => page.look();
	}, 16, 1024 ) );

	it( 'in time that grows with the number of changed attributes, also where selectors reach from afar', () => expectLinear( ( size ) => {
		// 64 deep: the test environment climbs to the root to tell whether a node is connected, which a browser keeps as a flag.
		const part = Array.from( { length: 64 } ).reduce<string>( ( html, _, i ) => ( i % 32 ? `<div>${ html }</div>` : `${ html }<p></p>` ), '' );
		const page = open( part.repeat( size / 64 ), [ '.open .secret', 'p:nth-child(3) > b' ] );
		page.snapshot();
		document.body.querySelectorAll( '*' ).forEach( ( element ) => element.setAttribute( 'class', 'a' ) );
		return () => page.look();
	}, 64, 1024 ) );
} );

describe( 'The gate', () => {
	it( 'passes many pointer events over one large element in time that grows with their number', () => expectLinear( ( size ) => {
		const page = open( `<input type="password"><pre id="large">${ long( 'text of the page ', 200_000 ) }</pre>${ '<label>City <input></label>'.repeat( 200 ) }` );
		page.snapshot();
		const large = document.getElementById( 'large' )!;
		const events = Array.from( { length: size }, () => ( { source: 2, id: page.idOf( large ) } ) );
		return () => events.forEach( ( data ) => page.pass( data, [ large ] ) );
	}, 16, 4096 ) );

	it( 'passes many positions of one pointer event, over a page of many labels', () => expectLinear( ( size ) => {
		const page = open( `<input type="password" name="p">${ '<label>City <input></label>'.repeat( 200 ) }` );
		page.snapshot();
		const elements = [ ...document.body.querySelectorAll( '*' ) ];
		const positions = Array.from( { length: size }, ( _, i ) => ( { id: page.idOf( elements[ i % elements.length ]! ) } ) );
		return () => page.pass( { source: 1, positions: [ ...positions ] }, elements );
	}, 64, 65_536 ) );

	it( 'passes many rules of an adopted sheet in time that grows with their number', () => expectLinear( ( size ) => {
		const page = open( '' );
		page.snapshot();
		const rules = Array.from( { length: size }, ( _, i ) => ( { rule: `.a:nth-child(${ i }n+1) > .b { background: url("/i.png?v=${ i }") }` } ) );
		return () => page.pass( { source: 15, id: page.idOf( document ), styleIds: [ 1 ], styles: [ { styleId: 1, rules: rules.map( ( rule ) => ( { ...rule } ) ) } ] }, [ document ] );
	}, 64, 65_536 ) );
} );

it( 'Attributes that tell a state are taken away in time that grows with their length', () => expectLinear( ( size ) => {
	const element = document.createElement( 'input' );
	const style = long( ';  --a', size ) + long( ' ', size );
	return () => hideStateAttributes( element, { style, rows: '1' }, true, true );
}, 4096, 262_144 ) );

it( 'Nodes that move again and again inside a closed part are gone through once', () => expectLinear( ( size ) => {
	const departures = new Departures( { bit: 1, stateOf: () => 1, close: () => {} } );
	departures.start();
	const closed = document.createElement( 'div' );
	const part = document.createElement( 'div' );
	part.innerHTML = '<p></p>'.repeat( size );
	closed.append( part );
	departures.follow( closed );
	for ( let i = 0; i < size / 8; i++ ) {
		closed.append( part );
	}
	return () => departures.take();
}, 64, 256 ) );

it( 'Events are gathered into segments in time that grows with their number', () => expectLinear( ( size ) => {
	const outbox = new Outbox( { delivery: { add() {} }, makeEnvelope: () => ( {} as never ) } );
	const event = { type: 3, timestamp: 1, data: { source: 2, id: 1 } };
	return () => {
		for ( let i = 0; i < size; i++ ) {
			outbox.add( event, false );
		}
		outbox.discard();
	};
}, 1024, 262_144 ) );

describe( 'Keys and codes', () => {
	it.each( [
		'JBSW Y3DP ', 'JBSW', 'jbsw-', 'A2B', 'AAAA - ', 'JBSW Y3DP EHPK a', 'a1b2-', 'a1b2-c3d4 ', 'a1b2-c3d4,', 'a1b2-c3d4 a1b2c ', 'A1', ' ', '- ',
		'eyJa.', 'SG.A', 'SG.a1a1a1a1a.', 'key-1', 'key-a', 'npm_A', 'ck_a', 'ASIA', 'ASIAA', 'AKIA ', 'sk-ant-', 'shpat_a', 'ghp_',
	] )( 'are looked for in time that grows with the text: "%s"', ( part ) => expectLinear( ( size ) => {
		const text = long( part, size );
		return () => hideKeys( text );
	}, 4096, 131_072 ) );

	it.each( [ [ 'groups', 'JBSW' ], [ 'codes', 'a1b2c-3d4e5' ], [ 'numbers', '48213907' ] ] )( 'are looked for in lists of many elements: %s', ( _what, code ) => expectLinear( ( size ) => {
		document.body.innerHTML = `<section><h2>Page</h2>${ `<p><b>${ code }</b></p>`.repeat( size ) }</section>`;
		const texts = [ ...document.body.querySelectorAll( 'b' ) ];
		return () => {
			const lists = new CodeLists();
			texts.forEach( ( element ) => lists.holds( code, element ) );
		};
	}, 64, 1024 ) );

	it.each( [ 'M0 0h1v1h-1z', 'M', 'h', '1', '.1', '-', 'z', 'l1 0 0 1 ', 'm0 0 ' ] )( 'are looked for in drawings: %s', ( part ) => expectLinear( ( size ) => {
		const paths = Array.from( { length: 4 }, () => long( part, size / 4 ) );
		return () => paths.map( squaresIn );
	}, 4096, 262_144 ) );

	it( 'are looked for in drawings of many parts', () => expectLinear( ( size ) => {
		document.body.innerHTML = `<svg>${ Array.from( { length: size }, ( _, i ) => `<rect width="1" height="2" fill="c${ i }"/><path d="M0 0h1v1"/>` ).join( '' ) }</svg>`;
		const [ svg ] = document.body.children;
		return () => isQrCode( svg! );
	}, 64, 1024 ) );
} );

describe( 'Answers to what a visitor writes', () => {
	it( 'are hidden in time that grows with their number', () => expectLinear( ( size ) => {
		const texts = Array.from( { length: size }, ( _, i ) => document.createTextNode( `answer ${ i }` ) );
		const parent = document.createElement( 'p' );
		return () => {
			const answers = new Answers();
			texts.forEach( ( text ) => [ answers.hides( text, text.data, parent, true ), answers.hides( text, text.data, parent, false ) ] );
		};
	}, 512, 16_384 ) );

	it.each( [ '/a', '?a&', 'a', '://', '?', '&', 'a:', '#' ] )( 'are hidden in addresses: %s', ( part ) => expectLinear( ( size ) => {
		const address = long( part, size );
		return () => new Addresses( new Answers(), () => true ).show( address );
	}, 4096, 262_144 ) );

	it( 'are told by entries of lists in time that grows with the lists', () => expectLinear( ( size ) => {
		document.body.innerHTML = `<select>${ Array.from( { length: size }, ( _, i ) => `<option value="v${ i }">entry_ ${ i } - x</option>` ).join( '' ) }</select>`;
		const [ list ] = document.body.children;
		return () => {
			const choices = new Choices();
			choices.watch( list! );
			for ( let i = 0; i < size; i++ ) {
				choices.isNamed( 'a-b-c-d-e-f-g-h-i-j-k-l-m-n' );
				choices.isOffered( 'a text of the page' );
			}
		};
	}, 64, 1024 ) );
} );

it.each( [ [ 'many events', 'x\n' ], [ 'one long event', 'x' ] ] )( 'A segment is halved in time that grows with its length: %s', ( _what, part ) => expectLinear( ( size ) => {
	const ndjson = `e\nx\n${ long( part, size ) }\n`;
	return () => halvesOf( ndjson );
}, 4096, 262_144 ) );
