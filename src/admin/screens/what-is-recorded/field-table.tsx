import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, _n, _x, sprintf } from '@wordpress/i18n';
import type { FieldFinding, Survey } from '../../../picker';
import { formatNumber } from '../../text/describe-recording';
import { fieldKindText } from '../../text/field-kind-text';
import { plainText } from '../../text/plain-text';
import { fateText, reasonText } from '../../text/reason-text';
import { SteadyButton } from '../../ui/steady-button';

interface FieldTableProps {
	survey: Survey | null;
	busy: boolean;
	/** Rings the element on the page, null none; `bring` also scrolls the page into view. */
	onShow: ( element: Element | null, bring?: boolean ) => void;
	onBlock: ( element: Element ) => void;
}

/** Every form field of the page with its fate: the way without a mouse, and the list to check off. */
export function FieldTable( { survey, busy, onShow, onBlock }: FieldTableProps ) {
	const heading = useRef< HTMLHeadingElement >( null );
	const pressed = useRef( false );

	useEffect( () => {
		const place = heading.current?.ownerDocument;
		// The button that was pressed goes with the field's new fate.
		if ( pressed.current && place?.activeElement === place?.body ) {
			heading.current?.focus( { preventScroll: true } );
		}
		pressed.current = false;
	}, [ survey ] );

	if ( ! survey ) {
		return null;
	}
	const block = ( element: Element ) => {
		pressed.current = true;
		onBlock( element );
	};
	// Nobody fills these in; a line says it, so that the fields people see stand first.
	const hidden = survey.fields.filter( ( { type } ) => type === 'hidden' );
	const fields = survey.fields.filter( ( { type } ) => type !== 'hidden' );
	return (
		<section className="candid-fields">
			<h2 ref={ heading } tabIndex={ -1 }>
				{ __( 'Form fields on this page', 'candid' ) }
			</h2>
			{ fields.length === 0 ? (
				<p>{ __( 'This page has no form fields.', 'candid' ) }</p>
			) : (
				<div className="candid-fields__scroll">
					<table className="candid-table">
						<thead>
							<tr>
								<th scope="col">{ _x( 'Field', 'of a form', 'candid' ) }</th>
								<th scope="col">{ _x( 'Kind', 'of a form field', 'candid' ) }</th>
								<th scope="col">{ __( 'What happens', 'candid' ) }</th>
								<th scope="col">{ __( 'Why', 'candid' ) }</th>
								<th scope="col">
									<span className="screen-reader-text">{ __( 'Actions', 'candid' ) }</span>
								</th>
							</tr>
						</thead>
						<tbody>
							{ fields.map( ( field, index ) => (
								<FieldRow key={ index } field={ field } busy={ busy } onShow={ onShow } onBlock={ block } />
							) ) }
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

interface FieldRowProps extends Omit< FieldTableProps, 'survey' > {
	field: FieldFinding;
}

function FieldRow( { field, busy, onShow, onBlock }: FieldRowProps ) {
	const name = plainText( field.name ) || __( 'Unnamed field', 'candid' );
	return (
		<tr onMouseEnter={ () => onShow( field.element ) } onMouseLeave={ () => onShow( null ) } onFocus={ () => onShow( field.element ) }>
			<th scope="row">
				<bdi>{ name }</bdi>
			</th>
			<td data-label={ _x( 'Kind', 'of a form field', 'candid' ) }>{ fieldKindText( field.type ) }</td>
			<td data-label={ __( 'What happens', 'candid' ) }>
				<span className={ `candid-fate is-${ field.fate }` }>{ fateText( field.fate ) }</span>
			</td>
			<td data-label={ __( 'Why', 'candid' ) }>{ reasonText( field ) }</td>
			<td className="candid-fields__end">
				<span className="candid-fields__actions">
					{ field.shown ? (
						<Button
							variant="tertiary"
							size="compact"
							/* translators: %s: name of a form field. */
							aria-label={ sprintf( __( 'Show %s on the page', 'candid' ), name ) }
							onClick={ () => onShow( field.element, true ) }
						>
							{ _x( 'Show', 'field on the page', 'candid' ) }
						</Button>
					) : (
						<span className="candid-fields__unseen">{ __( 'Not visible now', 'candid' ) }</span>
					) }
					{ ( field.fate === 'recorded' || field.fate === 'masked' ) && (
						<SteadyButton
							variant="secondary"
							size="compact"
							disabled={ busy }
							/* translators: %s: name of a form field. */
							aria-label={ sprintf( __( 'Block this: %s', 'candid' ), name ) }
							onClick={ () => onBlock( field.element ) }
						>
							{ __( 'Block this', 'candid' ) }
						</SteadyButton>
					) }
				</span>
			</td>
		</tr>
	);
}
