/**
 * What the planted page of canaries.mjs has not, because a real recorder leaves it out before the fence could see it:
 * parts marked as sensitive, a password made anew under its name, fields whose label came before them or is their
 * group's, and choices.
 */

const SECRETS = { text: 'Zqmarkedtextyx', field: 'Zqmarkedfieldyx', typed: 'Zqmarkedtypedyx', later: 'Zqmarkedlateryx', picture: 'Zqmarkedpictureyx', anew: 'Zqmadeanewyx', anewTyped: 'Zqmadeanewtypedyx', named: 'Zqnamedbeforeyx', group: 'Zqgroupcodeyx' };

/** Values that may never be stored, as in canaries.mjs. */
export const secrets = Object.entries( SECRETS ).map( ( [ place, value ] ) => ( { severity: 'S', place: `part: ${ place }`, value } ) );

export const html = `
	<p data-candid="sensitive">${ SECRETS.text } <img src="/${ SECRETS.picture }.png"></p>
	<div data-candid="sensitive" id="part"><input id="part-field" name="city" value="${ SECRETS.field }"></div>
	<div id="part-form"><input type="password" name="f3" id="part-password"></div>
	<p id="part-words">Your PIN</p>
	<fieldset><legend>Enter the security code we sent you</legend><label>Digit 1 <input id="part-digit" maxlength="40"></label></fieldset>
	<label id="part-label"><input type="radio" name="part-choice" id="part-choice"> <span>Yes</span></label>
	<textarea id="part-area" rows="2"></textarea>`;

/** What a visitor and the page do with it. */
export async function act( page ) {
	await page.locator( '#part-field' ).click();
	await page.keyboard.type( SECRETS.typed );
	await page.locator( '#part-digit' ).click();
	await page.keyboard.type( SECRETS.group );
	await page.locator( '#part-label span' ).click();
	await page.evaluate( ( { later, anew, named } ) => {
		const $ = ( id ) => document.getElementById( id );
		const field = ( attributes ) => Object.assign( document.createElement( 'input' ), attributes );
		$( 'part' ).append( Object.assign( document.createElement( 'p' ), { textContent: later } ) );
		$( 'part-password' ).remove();
		$( 'part-form' ).append( field( { name: 'f3', id: 'part-anew', value: anew } ) );
		const labelled = field( { value: named } );
		labelled.setAttribute( 'aria-labelledby', 'part-words' );
		$( 'part-form' ).append( labelled );
		$( 'part-area' ).value = '\n'.repeat( 30 );
		$( 'part-area' ).rows = 8;
		$( 'part-area' ).scrollTop = 40;
	}, SECRETS );
	await page.locator( '#part-anew' ).click();
	await page.keyboard.type( SECRETS.anewTyped );
}

/** What can be told of a hidden choice or field without its value. */
export const WAYS = [ 'the pointer over a choice', 'a click on a choice', 'that a choice has changed', 'how far a field is scrolled', 'how a field has grown' ];

const nodesOf = ( node ) => [ node, ...( node.childNodes ?? [] ).flatMap( nodesOf ) ];

/** Which of these the bodies of segments tell. */
export function told( bodies ) {
	const events = bodies.flatMap( ( body ) => body.split( '\n' ).filter( Boolean ).slice( 1 ).map( ( line ) => JSON.parse( line ) ) ).filter( ( { data } ) => data );
	const nodes = events.filter( ( { type } ) => type === 2 ).flatMap( ( { data } ) => nodesOf( data.node ) );
	const idOf = ( id ) => nodes.find( ( { attributes } ) => attributes?.id === id )?.id ?? 0;
	const label = nodes.find( ( { attributes } ) => attributes?.id === 'part-label' );
	const choice = nodesOf( label ?? {} ).map( ( { id } ) => id );
	const area = idOf( 'part-area' );
	const is = {
		[ WAYS[ 0 ] ]: ( { source, positions } ) => [ 1, 6, 12 ].includes( source ) && positions.some( ( { id } ) => choice.includes( id ) ),
		[ WAYS[ 1 ] ]: ( { source, id } ) => source === 2 && choice.includes( id ),
		[ WAYS[ 2 ] ]: ( { source, id } ) => source === 5 && choice.includes( id ),
		[ WAYS[ 3 ] ]: ( { source, id } ) => source === 3 && id === area,
		[ WAYS[ 4 ] ]: ( { source, attributes } ) => source === 0 && attributes.some( ( change ) => change.id === area && 'rows' in change.attributes ),
	};
	return WAYS.filter( ( way ) => events.some( ( { type, data } ) => type === 3 && is[ way ]( data ) ) );
}
