import { Button } from '@wordpress/components';
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Finding } from '../../../picker';
import { selectorOf } from '../../../picker';
import { fateText, reasonText } from '../../text/reason-text';

interface PickedElementProps {
	finding: Finding;
	busy: boolean;
	onBlock: ( selector: string ) => void;
	onChoose: ( element: Element ) => void;
	onClose: () => void;
}

/** The element that was clicked: what becomes of it, why, and what can be done. */
export function PickedElement( { finding, busy, onBlock, onChoose, onClose }: PickedElementProps ) {
	const { element } = finding;
	// Looking for one may take half a second.
	const selector = useMemo( () => selectorOf( element ), [ element ] );
	const around = element.parentElement;
	const isBlocked = finding.fate === 'blocked';

	return (
		<section className="candid-picked" aria-label={ __( 'Chosen element', 'candid' ) }>
			<h2>
				<code dir="ltr">{ selector ?? element.localName }</code>
			</h2>
			<p>
				<span className={ `candid-fate is-${ finding.fate }` }>{ fateText( finding.fate ) }</span> { reasonText( finding ) }
			</p>
			<div className="candid-picked__actions">
				{ ! isBlocked && (
					<Button __next40pxDefaultSize variant="primary" isBusy={ busy } disabled={ busy || ! selector } onClick={ () => selector && onBlock( selector ) }>
						{ __( 'Block this', 'candid' ) }
					</Button>
				) }
				{ around && around !== element.ownerDocument.body && (
					<Button __next40pxDefaultSize variant="secondary" onClick={ () => onChoose( around ) }>
						{ __( 'Choose what surrounds it', 'candid' ) }
					</Button>
				) }
				<Button __next40pxDefaultSize variant="tertiary" onClick={ onClose }>
					{ __( 'Close', 'candid' ) }
				</Button>
			</div>
			{ ! selector && <p>{ __( 'This element has no name that lasts. Choose what surrounds it.', 'candid' ) }</p> }
		</section>
	);
}
