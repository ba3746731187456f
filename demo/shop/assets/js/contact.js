/** The contact form: what is written in the free field travels in a hidden one; the slider shows its sum. */
( () => {
	const form = document.getElementById( 'contact-form' );
	if ( ! form ) {
		return;
	}
	for ( const field of form.querySelectorAll( '[data-copy-to]' ) ) {
		field.addEventListener( 'input', () => {
			form.elements[ field.dataset.copyTo ].value = field.textContent;
		} );
	}
	const budget = form.querySelector( '[data-budget]' );
	const show = () => {
		budget.textContent = `£${ form.elements.budget.value }`;
	};
	form.elements.budget.addEventListener( 'input', show );
	form.addEventListener( 'reset', () => {
		window.setTimeout( show );
		for ( const field of form.querySelectorAll( '[data-copy-to]' ) ) {
			field.textContent = '';
		}
	} );
} )();
