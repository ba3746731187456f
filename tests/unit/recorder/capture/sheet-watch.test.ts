// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { rulesOf } from '../../../../src/recorder/capture/sheet-rules';
import { SheetWatch } from '../../../../src/recorder/capture/sheet-watch';

let sheet: CSSStyleSheet;
let watch: SheetWatch;
const others: CSSStyleSheet[] = [];

beforeEach( () => {
	document.head.innerHTML = '<style>.a { color: red; } .b { color: blue; }</style>';
	sheet = document.styleSheets[ 0 ]!;
	others.length = 0;
	watch = new SheetWatch( { source: () => '', differs: ( one ) => void others.push( one ) } );
	watch.version( sheet );
} );
/** Whether the sheet has another version than before. */
const isOther = () => {
	const before = watch.version( sheet );
	return ( isOtherThan: () => void ) => {
		isOtherThan();
		return watch.version( sheet ) !== before;
	};
};

describe( 'The version of a sheet', () => {
	it( 'is another one where a rule is inserted or deleted, the sheet is switched off or gets other media', () => {
		expect( isOther()( () => {} ) ).toBe( false );
		expect( isOther()( () => void sheet.insertRule( '.c {}', 2 ) ) ).toBe( true );
		expect( isOther()( () => sheet.deleteRule( 0 ) ) ).toBe( true );
		expect( isOther()( () => void ( sheet.disabled = true ) ) ).toBe( true );
		expect( isOther()( () => void ( sheet.media.mediaText = 'print' ) ) ).toBe( true );
	} );

	it( 'is another one where a rule is changed, from the next turn on', () => {
		const check = isOther();
		expect( check( () => ( sheet.cssRules[ 0 ] as CSSStyleRule ).style.setProperty( 'color', 'green' ) ) ).toBe( false );
		expect( check( () => watch.nextTurn() ) ).toBe( true );
		expect( isOther()( () => watch.nextTurn() ) ).toBe( false );
		expect( others ).toEqual( [ sheet ] );
	} );

	it( 'is found in turns where the sheet is large, some of its rules in each', () => {
		for ( let at = 0; at < 448; at++ ) {
			sheet.insertRule( `.r${ at } { color: red; }`, sheet.cssRules.length );
		}
		watch.version( sheet );
		const turns = () => [ 1, 2, 3 ].map( () => isOther()( () => watch.nextTurn() ) );
		turns();
		( sheet.cssRules[ 440 ] as CSSStyleRule ).style.setProperty( 'color', 'green' );
		expect( turns().filter( Boolean ) ).toHaveLength( 1 );
		expect( turns() ).toEqual( [ false, false, false ] );
	} );
} );

it( 'The rules of a sheet that may not be read are none', () => {
	const closed = { get cssRules(): CSSRuleList {
		throw new DOMException( 'x', 'SecurityError' );
	} } as CSSStyleSheet;
	expect( [ rulesOf( closed ), rulesOf( sheet ) ] ).toEqual( [ null, sheet.cssRules ] );
} );
