import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { formatNumber } from '../../text/describe-recording';
import type { Survey } from '../../../picker';
import { fateText, reasonText } from '../../text/reason-text';

interface FieldTableProps {
	survey: Survey | null;
	busy: boolean;
	/** Rings the element on the page, null none; `bring` also scrolls the page into view. */
	onShow: ( element: Element | null, bring?: boolean ) => void;
	onBlock: ( element: Element ) => void;
}

/** Every form field of the page with its fate: the way without a mouse, and the list to check off. */
export function FieldTable( { survey, busy, onShow, onBlock }: FieldTableProps ) {
	if ( ! survey ) {
		return null;
	}
	// Nobody fills these in; a line says it, so that the fields people see stand first.
	const hidden = survey.fields.filter( ( { type } ) => type === 'hidden' );
	const fields = survey.fields.filter( ( { type } ) => type !== 'hidden' );
	return (
		<section className="candid-fields">
			<h2>{ __( 'Form fields on this page', 'candid' ) }</h2>
			{ fields.length === 0 ? (
				<p>{ __( 'This page has no field to fill in.', 'candid' ) }</p>
			) : (
				<div className="candid-fields__scroll">
					<table className="candid-table">
						<thead>
							<tr>
								<th scope="col">{ __( 'Field', 'candid' ) }</th>
								<th scope="col">{ __( 'Kind', 'candid' ) }</th>
								<th scope="col">{ __( 'What happens', 'candid' ) }</th>
								<th scope="col">{ __( 'Why', 'candid' ) }</th>
								<th scope="col">
									<span className="screen-reader-text">{ __( 'Actions', 'candid' ) }</span>
								</th>
							</tr>
						</thead>
						<tbody>
							{ fields.map( ( field, index ) => {
								const name = field.name || __( 'Unnamed field', 'candid' );
								return (
									<tr
										key={ index }
										onMouseEnter={ () => onShow( field.element ) }
										onMouseLeave={ () => onShow( null ) }
										onFocus={ () => onShow( field.element ) }
									>
										<th scope="row">{ name }</th>
										<td data-label={ __( 'Kind', 'candid' ) }>
											<code>{ field.type }</code>
										</td>
										<td data-label={ __( 'What happens', 'candid' ) }>
											<span className={ `candid-fate is-${ field.fate }` }>{ fateText( field.fate ) }</span>
										</td>
										<td data-label={ __( 'Why', 'candid' ) }>{ reasonText( field ) }</td>
										<td className="candid-fields__actions">
											{ field.shown ? (
												<Button
													variant="tertiary"
													size="compact"
													/* translators: %s: name of a form field. */
													aria-label={ sprintf( __( 'Show %s on the page', 'candid' ), name ) }
													onClick={ () => onShow( field.element, true ) }
												>
													{ __( 'Show', 'candid' ) }
												</Button>
											) : (
												<span className="candid-fields__unseen">{ __( 'Not visible now', 'candid' ) }</span>
											) }
											{ ( field.fate === 'recorded' || field.fate === 'masked' ) && (
												<Button
													variant="secondary"
													size="compact"
													disabled={ busy }
													/* translators: %s: name of a form field. */
													aria-label={ sprintf( __( 'Block this: %s', 'candid' ), name ) }
													onClick={ () => onBlock( field.element ) }
												>
													{ __( 'Block this', 'candid' ) }
												</Button>
											) }
										</td>
									</tr>
								);
							} ) }
						</tbody>
					</table>
				</div>
			) }
			{ hidden.length > 0 && (
				<p className="candid-fields__hidden">
					{ sprintf(
						/* translators: %s: number of fields. */
						_n( 'The page has %s hidden field as well. Hidden fields are never recorded.', 'The page has %s hidden fields as well. Hidden fields are never recorded.', hidden.length, 'candid' ),
						formatNumber( hidden.length ),
					) }
				</p>
			) }
		</section>
	);
}
