import { createContext, useCallback, useContext, useEffect, useMemo, useState } from '@wordpress/element';
import type { MouseEvent, ReactNode } from 'react';
import { AppHistory } from './app-history';
import type { Guard, ListPlace } from './app-history';
import type { Route } from './route';
import { routeQuery } from './route';

interface Routing {
	route: Route;
	/** Cursors of the newer pages of the list, remembered with the history entry. */
	trail: string[];
	/** The page of the list of recordings that was open last in this tab. */
	list: ListPlace;
	go: ( route: Route, trail?: string[] ) => void;
	setGuard: ( guard: Guard | null ) => void;
}

const RoutingContext = createContext< Routing | null >( null );

/** Makes the route known to everything inside it and follows the browser's back and forward. */
export function RoutingProvider( { children }: { children: ReactNode } ) {
	const history = useMemo( () => new AppHistory(), [] );
	const [ route, setRoute ] = useState< Route >( () => history.route() );

	useEffect( () => {
		const stopListening = history.listen( setRoute );
		const stop = history.start();
		return () => {
			stopListening();
			stop();
		};
	}, [ history ] );

	const go = useCallback( ( to: Route, trail?: string[] ) => history.go( to, trail ), [ history ] );
	const setGuard = useCallback( ( guard: Guard | null ) => history.setGuard( guard ), [ history ] );
	const routing = useMemo( () => ( { route, trail: history.trail(), list: history.list(), go, setGuard } ), [ route, history, go, setGuard ] );

	return <RoutingContext.Provider value={ routing }>{ children }</RoutingContext.Provider>;
}

/** The current route and the way to another one. */
export function useRouting(): Routing {
	const routing = useContext( RoutingContext );
	if ( ! routing ) {
		throw new Error( 'useRouting needs a RoutingProvider around it.' );
	}
	return routing;
}

interface RouteLinkProps {
	to: Route;
	/** For a page of the list: cursors of the newer pages. */
	trail?: string[];
	children: ReactNode;
	className?: string;
	/** Before the link is followed. */
	onClick?: () => void;
	'aria-current'?: 'page';
	'aria-label'?: string;
}

/** A real link (new tab, copy address) that moves inside the app on a plain click. */
export function RouteLink( { to, trail, children, onClick: before, ...rest }: RouteLinkProps ) {
	const { go } = useRouting();
	const onClick = ( event: MouseEvent ) => {
		before?.();
		if ( event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey ) {
			return;
		}
		event.preventDefault();
		go( to, trail );
	};
	return (
		<a href={ routeQuery( to ) } onClick={ onClick } { ...rest }>
			{ children }
		</a>
	);
}
