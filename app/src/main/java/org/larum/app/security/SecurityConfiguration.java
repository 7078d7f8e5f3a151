package org.larum.app.security;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Door;
import org.larum.app.config.Settings;
import org.larum.app.intake.Senders;
import org.larum.app.problem.Problems;
import org.larum.domain.shared.Actor;
import org.larum.projections.shared.Scope;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Who calls is found once for each request; what the route permits decides. A route that says nothing lets nobody in. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** For everybody, and served from memory while the database is away: whoever calls is not looked for. */
    private static final Set<String> OUTSIDE =
            Set.of("/status", "/status/history", "/status/feed.atom", "/api/status", "/api/status/history");

    private static final List<String> OUTSIDE_BELOW = List.of("/status/subscribe", "/status/unsubscribe/");

    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /** What Spring Security knows of a caller. */
    public static final class Caller extends AbstractAuthenticationToken {

        private final transient Who who;

        Caller(Who who) {
            super(who.may(Permission.ADMINISTER) ? Observers.AUTHORITIES : AuthorityUtils.NO_AUTHORITIES);
            this.who = who;
            setAuthenticated(true);
        }

        @Override
        public @Nullable Object getCredentials() {
            return null;
        }

        @Override
        public Who getPrincipal() {
            return who;
        }
    }

    @Bean
    SecurityWebFilterChain securityChain(
            ServerHttpSecurity http,
            Door door,
            Accounts accounts,
            Senders senders,
            Vault vault,
            Settings settings,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        return http.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(ServerHttpSecurity.CsrfSpec::disable) // our own check, in identify: a cookie alone never writes
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .anonymous(ServerHttpSecurity.AnonymousSpec::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .frameOptions(frame -> frame.mode(Mode.DENY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable))
                .addFilterAt(
                        identify(door, accounts, senders, new Observers(settings)),
                        SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers("/actuator/health/**", "/actuator/health")
                        .permitAll()
                        .pathMatchers("/actuator/**", "/actuator")
                        .hasAuthority(Observers.AUTHORITY)
                        .anyExchange()
                        .access((caller, context) -> decide(caller, context.getExchange(), routes)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((exchange, e) ->
                                Problems.write(exchange, HttpStatus.UNAUTHORIZED, "not_signed_in", NOBODY))
                        .accessDeniedHandler((exchange, e) ->
                                Problems.write(exchange, HttpStatus.FORBIDDEN, "not_permitted", NOT_YOU)))
                .build();
    }

    /** Nobody reads how long each filter takes, and measuring it is a tenth of what a request costs. */
    @Bean
    SecurityObservationSettings withoutObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Spring Security refuses an address with an encoded slash or a control character before any route is looked for. */
    @Bean
    ServerExchangeRejectedHandler rejectedAddresses() {
        return (exchange, e) -> Problems.write(
                exchange,
                HttpStatus.BAD_REQUEST,
                "bad_address",
                "The address holds a character that none of Larum's has, such as an encoded slash or NUL. Nothing was"
                        + " changed. The API is described at /api/openapi.json.");
    }

    private static final String NOBODY = "Nobody is signed in, or the token is unknown or no longer valid. Nothing was"
            + " changed. Sign in, or send \"Authorization: Bearer TOKEN\".";
    private static final String NOT_YOU =
            "Whoever you are signed in as may not do this. Nothing was changed. Ask an administrator.";

    private static WebFilter identify(Door door, Accounts accounts, Senders senders, Observers observers) {
        return (exchange, chain) -> observers.isLocal(exchange)
                ? next(exchange, chain, Observers.LOCAL)
                : caller(exchange, door, accounts, senders)
                        .<Authentication>map(Caller::new)
                        .materialize()
                        .flatMap(found -> found.isOnError() ? away(exchange) : next(exchange, chain, found.get()));
    }

    /** Who calls cannot be known without the database. */
    private static Mono<Void> away(ServerWebExchange exchange) {
        return Problems.writeAway(exchange);
    }

    private static Mono<Void> next(ServerWebExchange exchange, WebFilterChain chain, @Nullable Authentication caller) {
        return caller == null
                ? chain.filter(exchange)
                : chain.filter(exchange).contextWrite(ReactiveSecurityContextHolder.withAuthentication(caller));
    }

    private static Mono<Who> caller(ServerWebExchange exchange, Door door, Accounts accounts, Senders senders) {
        var path = exchange.getRequest().getPath().value();
        if (OUTSIDE.contains(path) || OUTSIDE_BELOW.stream().anyMatch(path::startsWith)) {
            return Mono.empty();
        }
        var header = exchange.getRequest().getHeaders().getFirst("Authorization");
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            var token = header.substring(7).strip();
            var sender = senders.byKey(token);
            if (sender.isPresent()) {
                var id = sender.get().integration();
                var scope = new Scope(id.value());
                return Mono.just(new Who(Who.Kind.SENDER, Actor.integration(id), null, scope, "api"));
            }
            return door.go(() -> accounts.byToken(token)).flatMap(Mono::justOrEmpty);
        }
        var cookie = Cookies.read(exchange);
        if (cookie == null) {
            return Mono.empty();
        }
        return door.go(() -> accounts.visit(cookie))
                .flatMap(Mono::justOrEmpty)
                .filter(visit -> SAFE.contains(exchange.getRequest().getMethod()) || isOurPage(exchange, visit.csrf()))
                .doOnNext(visit -> exchange.getAttributes().put(Cookies.CSRF, visit.csrf()))
                .map(Accounts.Visit::who);
    }

    private static boolean isOurPage(ServerWebExchange exchange, String csrf) {
        var headers = exchange.getRequest().getHeaders();
        var site = headers.getFirst("Sec-Fetch-Site");
        var sent = headers.getFirst("X-Larum-Csrf");
        return (site == null || site.equals("same-origin")) && sent != null && Vault.isSame(sent, csrf);
    }

    private static Mono<AuthorizationResult> decide(
            Mono<Authentication> caller, ServerWebExchange exchange, RequestMappingHandlerMapping routes) {
        return routes.getHandler(exchange)
                .onErrorResume(e -> Mono.empty()) // no such route or method: the answer is not ours to refuse
                .map(handler -> handler instanceof HandlerMethod method ? permission(method) : Permission.OPEN)
                .defaultIfEmpty(Permission.OPEN)
                .flatMap(permission -> permission == Permission.OPEN
                        ? Mono.just(new AuthorizationDecision(true))
                        : caller.map(found -> new AuthorizationDecision(
                                found.getPrincipal() instanceof Who who && who.may(permission))));
    }

    static Permission permission(HandlerMethod method) {
        var onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Permit.class);
        var permit = onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Permit.class);
        return permit == null ? Permission.OPERATE : permit.value();
    }
}
