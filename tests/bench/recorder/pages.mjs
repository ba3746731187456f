/** The pages that are recorded, and what happens in them. */

const STYLES = Array.from( { length: 400 }, ( _, i ) => `.c${ i } .item > a { color: #${ ( i * 4919 % 4096 ).toString( 16 ).padStart( 3, '0' ) }; background: url("/i/${ i }.png?v=3") }` ).join( '\n' );

/** An item of the shop: about ten nodes. */
const item = ( i ) => `<article class="item c${ i % 400 }" data-id="${ i }" style="order:${ i }"><a href="/product/number-${ i }?utm_source=x&session=abc"><img src="/i/${ i % 20 }.svg?w=300" alt="Product ${ i }" width="300" height="20"></a><h3>Product number ${ i }</h3><p>A plain description of a thing that somebody could buy, in ${ i } colours.</p><b>1 ${ 100 + i },00 Kč</b><button type="button" aria-label="Add product ${ i }">Add</button></article>`;

/** The words of a table's row: seven nodes. */
const ROW = '<tr class="row"><td>{round}</td><td title="Cell">Cell {i} of {round}</td><td><a href="/x/{i}?t=1">Open</a></td></tr>';

const FIELDS = Array.from( { length: 8 }, ( _, i ) => `<p><label for="f${ i }">Question ${ i }</label> <input id="f${ i }" name="q${ i }"></p>` ).join( '' );

/** The decision that this page may be recorded, in the place of the script that decides. */
const AGREED = "<script>window[ Symbol.for( 'candid' ) ] = { allows: () => true };</script>";

/**
 * A page of a shop.
 *
 * @param {number} items How many items: 640 make about 7,000 nodes.
 * @param {number} rows  Rows of the table that the storm replaces: 2,000 make 14,000 nodes.
 */
export const shop = ( items, rows ) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><style>${ STYLES }</style><script type="application/json" id="candid-config">{config}</script>${ AGREED }</head><body><h1>Shop</h1><form>${ FIELDS }</form><table id="storm">${ Array.from( { length: rows }, ( _, i ) => ROW.replaceAll( '{i}', i ).replaceAll( '{round}', 0 ) ).join( '' ) }</table><div id="list">${ Array.from( { length: items }, ( _, i ) => item( i ) ).join( '' ) }</div></body></html>`;

/* What follows runs in the page. */

/** Replaces the whole table 20 times, once a frame or more rarely. */
export const storm = ( row ) => new Promise( ( resolve ) => {
	const table = document.getElementById( 'storm' );
	let round = 0;
	const step = () => {
		table.innerHTML = Array.from( { length: 2000 }, ( _, i ) => row.replaceAll( '{i}', i ).replaceAll( '{round}', round ) ).join( '' );
		if ( ++round < 20 ) {
			setTimeout( step, 50 );
		} else {
			setTimeout( resolve, 1500 );
		}
	};
	step();
} );
storm.argument = ROW;

/** 200 ticks, each of which changes text, style and class of 40 items and takes 5 of them away for new ones. */
export const churn = () => new Promise( ( resolve ) => {
	const list = document.getElementById( 'list' );
	let tick = 0;
	const step = () => {
		const { children } = list;
		for ( let i = 0; i < 40; i++ ) {
			const one = children[ ( tick * 7 + i ) % children.length ];
			one.querySelector( 'b' ).firstChild.data = `${ tick } Kč`;
			one.style.opacity = `0.${ 5 + tick % 5 }`;
			one.classList.toggle( 'seen' );
		}
		for ( let i = 0; i < 5; i++ ) {
			const old = children[ ( tick * 11 + i ) % children.length ];
			old.after( old.cloneNode( true ) );
			old.remove();
		}
		if ( ++tick < 200 ) {
			setTimeout( step, 16 );
		} else {
			setTimeout( resolve, 1500 );
		}
	};
	step();
} );
