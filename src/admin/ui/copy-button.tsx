import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { check, copy as copyIcon } from '@wordpress/icons';

/** How long "Copied" stands, ms. */
const SHOWN_FOR = 2500;

interface CopyButtonProps {
	text: string;
	label: string;
}

/** Copies a text and says whether it worked; where the browser refuses, it says how to go on. */
export function CopyButton( { text, label }: CopyButtonProps ) {
	const [ outcome, setOutcome ] = useState< 'copied' | 'refused' | null >( null );

	useEffect( () => {
		if ( outcome !== 'copied' ) {
			return;
		}
		const timer = setTimeout( () => setOutcome( null ), SHOWN_FOR );
		return () => clearTimeout( timer );
	}, [ outcome ] );

	const onClick = async () => {
		const copied = await copyText( text );
		setOutcome( copied ? 'copied' : 'refused' );
		speak( copied ? __( 'Copied.', 'candid' ) : refusal(), 'assertive' );
	};

	return (
		<span className="candid-copy">
			<Button
				__next40pxDefaultSize
				variant="secondary"
				icon={ outcome === 'copied' ? check : copyIcon }
				onClick={ onClick }
			>
				{ outcome === 'copied' ? __( 'Copied', 'candid' ) : label }
			</Button>
			{ outcome === 'refused' && <span className="candid-copy__refused">{ refusal() }</span> }
		</span>
	);
}

function refusal(): string {
	return __( 'The browser did not allow copying. Select the text and copy it by hand.', 'candid' );
}

/**
 * Puts a text on the clipboard. Pages served over plain HTTP have no clipboard API, so the old way
 * through a selected text field is kept for them.
 *
 * @param text What to copy.
 */
async function copyText( text: string ): Promise< boolean > {
	try {
		await window.navigator.clipboard.writeText( text );
		return true;
	} catch {
		const field = document.createElement( 'textarea' );
		field.value = text;
		field.setAttribute( 'readonly', '' );
		field.className = 'screen-reader-text';
		document.body.append( field );
		const focused = field.ownerDocument.activeElement;
		field.select();
		const copied = document.execCommand( 'copy' );
		field.remove();
		if ( focused instanceof HTMLElement ) {
			focused.focus();
		}
		return copied;
	}
}
