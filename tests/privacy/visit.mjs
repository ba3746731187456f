/** What the visitor and the page's scripts do on the page of canaries.mjs. */
export async function walk( page, canaries, site ) {
	const { later, typed } = canaries;
	/** What happened so far must be on the wire before the page closes more of itself. */
	const arrived = async () => {
		await page.mouse.move( 5, 5 );
		// A change is recorded whatever the sampling of the pointer makes of its moves.
		const now = await page.evaluate( () => {
			document.body.append( document.createElement( 'hr' ) );
			return Date.now();
		} );
		await site.until( ( segments ) => segments.some( ( segment ) => segment.events.some( ( event ) => event.timestamp >= now ) ), 'what happened so far' );
	};
	for ( const { id, value } of typed ) {
		await page.locator( `#${ id }` ).click();
		await page.keyboard.type( value );
	}
	await page.locator( '#in-shadow' ).click();
	await page.keyboard.type( later.shadowTyped );
	await page.locator( '#in-shadow-password' ).click();
	await page.keyboard.type( later.shadowPass );
	const frame = page.frameLocator( '#frame' );
	await frame.locator( '#in-frame' ).click();
	await page.keyboard.type( later.frameTyped );
	await frame.locator( '#in-frame-password' ).click();
	await page.keyboard.type( later.framePass );
	await page.selectOption( '#sel', { index: 1 } );
	await page.check( '#radio' );
	await page.check( '#check' );
	await page.setInputFiles( '#file', { name: `${ later.fileName }.txt`, mimeType: 'text/plain', buffer: Buffer.from( 'x' ) } );

	await arrived();
	// The password is shown by a button that toggles the type, and typed on.
	await page.evaluate( () => {
		document.getElementById( 'f-show' ).type = 'text';
	} );
	await page.locator( '#f-show' ).click();
	await page.keyboard.type( later.shownTyped );

	// The visitor goes elsewhere, without a reload: the page's changes from here on answer nothing written (docs/adr/0011), and each is shown or hidden for what it holds.
	await page.evaluate( () => document.querySelector( 'nav a' ).addEventListener( 'click', ( event ) => event.preventDefault(), { once: true } ) );
	await page.locator( 'nav a' ).first().click();
	await page.evaluate( ( values ) => {
		const $ = ( id ) => document.getElementById( id );
		$( 'f-show' ).setAttribute( 'value', values.shownAttr );
		const again = document.createElement( 'input' );
		again.name = 'x6';
		again.value = values.recreated;
		$( 'adds' ).append( again );
		$( 'hidden-later' ).value = values.hiddenLater;
		$( 'hidden-later' ).setAttribute( 'value', values.hiddenAttr );
		$( 'pv' ).value = values.scriptPass;
		$( 'pv' ).setAttribute( 'value', values.attrPass );
		const pass = document.createElement( 'input' );
		pass.type = 'password';
		pass.setAttribute( 'value', values.newPass );
		$( 'adds' ).append( pass );
		history.pushState( {}, '', `/next?token=${ values.pushState }` );
		location.hash = values.replaceHash;
		document.querySelector( 'nav a' ).href = `/menu?token=${ values.lateHref }`;
		$( 'attrs' ).style.backgroundImage = `url( /x.png?sig=${ values.lateStyleUrl } )`;
		$( 'attrs' ).style.setProperty( '--who', values.propLater );
		const sheet = document.styleSheets[ 0 ];
		sheet.insertRule( `.later { background: url( /r.png?sig=${ values.ruleUrl } ) }`, 0 );
		sheet.cssRules[ 0 ].style.setProperty( 'background-image', `url( /p.png?sig=${ values.setProperty } )` );
		const adopted = new CSSStyleSheet();
		adopted.replaceSync( `.adopted { background: url( /a.png?sig=${ values.adoptedUrl } ) }` );
		document.adoptedStyleSheets = [ adopted ];
		const style = document.createElement( 'style' );
		style.textContent = `.s { background: url( /t.png?sig=${ values.styleText } ) }`;
		document.head.append( style );
		$( 'va' ).value = values.scriptText;
		$( 'va' ).setAttribute( 'value', values.attrText );
		$( 'ph' ).placeholder = values.phLater;
		$( 'para' ).title = values.titleLater;
		$( 'para' ).setAttribute( 'aria-label', values.ariaLater );
		$( 'para' ).dataset.who = values.dataLater;
		$( 'ta-later' ).textContent = values.taLater;
		const field = document.createElement( 'input' );
		field.id = 'made-later';
		field.setAttribute( 'value', values.newField );
		$( 'adds' ).append( field );
		$( 'f-edit' ).textContent = values.editLater;
		$( 'adds' ).append( document.createComment( values.commentLater ) );
		document.title = `Hello ${ values.docTitle }`;

		console.log( values.log );
		document.cookie = `who=${ values.cookie }`;
		localStorage.setItem( 'who', values.local );
		$( 'mutated' ).firstChild.data = values.mutated;
		const added = document.createElement( 'p' );
		added.textContent = values.added;
		$( 'adds' ).append( added );
		$( 'lateHost' ).attachShadow( { mode: 'open' } ).innerHTML = `<p>${ values.lateShadowText }</p>`;
		$( 'zone-adds' ).innerHTML = `<p>${ values.zoneAdded }</p>`;
		$( 'zone-text' ).firstChild.data = values.zoneText;
		$( 'zone' ).title = values.zoneAttr;
		$( 'block-0' ).innerHTML += `<p>${ values.blockChild }</p>`;
		$( 'mask-0' ).innerHTML += `<p>${ values.maskChild }</p>`;
		$( 'mask-0' ).querySelector( 'p' ).textContent = values.maskTextLater;
		$( 'late-class' ).className = 'private-zone';
	}, later );
	await page.locator( '#made-later' ).click();
	await page.keyboard.type( later.newFieldTyped );
	await arrived();
	await page.evaluate( ( values ) => {
		const $ = ( id ) => document.getElementById( id );
		$( 'block-1' ).className = '';
		$( 'block-1' ).innerHTML = `<p>${ values.unblocked }</p>`;
		window.candid.block( $( 'api-block' ) );
		window.candid.mask( '#api-mask' );
		$( 'api-block' ).innerHTML = `<p>${ values.apiBlock }</p>`;
		$( 'api-block' ).title = values.apiBlockAttr;
		$( 'api-mask-text' ).textContent = values.apiMask;
		$( 'late-class-text' ).textContent = values.lateClass;
		document.body.dispatchEvent( new Event( 'focus' ) );
	}, later );
	await page.goto( `${ site.origin }/end` );
}
