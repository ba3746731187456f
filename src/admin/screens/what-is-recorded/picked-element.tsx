import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Finding } from '../../../picker';
import { formatNumber } from '../../text/describe-recording';
import { plainText } from '../../text/plain-text';
import { fateText, reasonText } from '../../text/reason-text';
import { SteadyButton } from '../../ui/steady-button';
import type { Picked } from './use-pointing';

/** Signs of an element's text that are shown to recognize it by. */
const EXCERPT = 80;

interface PickedElementProps {
	picked: Picked;
	finding: Finding;
	busy: boolean;
	onBlock: ( selector: string ) => void;
	onChoose: ( element: Element ) => void;
	onClose: () => void;
}

/** The element that was clicked: what becomes of it, why, what blocking would match, and what can be done. */
export function PickedElement( { picked, finding, busy, onBlock, onChoose, onClose }: PickedElementProps ) {
	const { element, selector, matches } = picked;
	const around = element.parentElement;
	const excerpt = plainText( element.textContent ?? '' ).replace( /\s+/g, ' ' ).trim();

	return (
		<section className="candid-picked" aria-label={ __( 'Selected element', 'candid' ) }>
			<h2>
				<code dir="ltr">{ selector ?? element.localName }</code>
			</h2>
			{ excerpt && (
				<p className="candid-picked__excerpt">
					<bdi>{ excerpt.length > EXCERPT ? `${ excerpt.slice( 0, EXCERPT ) }…` : excerpt }</bdi>
				</p>
			) }
			<p>
				<span className={ `candid-fate is-${ finding.fate }` }>{ fateText( finding.fate ) }</span> { reasonText( finding ) }
			</p>
			{ selector && finding.fate !== 'blocked' && <p>{ reachText( matches.length ) }</p> }
			<div className="candid-picked__actions">
				{ finding.fate !== 'blocked' && (
					<SteadyButton __next40pxDefaultSize variant="primary" isBusy={ busy } disabled={ busy || ! selector } onClick={ () => selector && onBlock( selector ) }>
						{ __( 'Block this', 'candid' ) }
					</SteadyButton>
				) }
				{ around && around !== element.ownerDocument.body && (
					<Button __next40pxDefaultSize variant="secondary" onClick={ () => onChoose( around ) }>
						{ __( 'Select parent', 'candid' ) }
					</Button>
				) }
				<Button __next40pxDefaultSize variant="tertiary" onClick={ onClose }>
					{ __( 'Close', 'candid' ) }
				</Button>
			</div>
			{ ! selector && <p>{ __( 'No stable selector was found for this element. Select its parent instead.', 'candid' ) }</p> }
		</section>
	);
}

function reachText( count: number ): string {
	return sprintf(
		/* translators: %s: number of elements. */
		_n(
			'This selector matches %s element on this page, outlined in blue. It may also match elements on other pages.',
			'This selector matches %s elements on this page, outlined in blue. It may also match elements on other pages.',
			count,
			'candid',
		),
		formatNumber( count ),
	);
}
