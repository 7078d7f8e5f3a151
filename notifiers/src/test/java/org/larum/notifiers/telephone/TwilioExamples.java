package org.larum.notifiers.telephone;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.larum.notifiers.channel.ChannelContract.OtherSide;
import org.larum.notifiers.channel.Destination;
import org.larum.notifiers.channel.Destination.ByTwilio;
import org.larum.notifiers.channel.Destination.Handset;
import org.larum.notifiers.channel.Destination.Telephone;
import org.larum.notifiers.channel.Destination.TwilioAccount;
import org.larum.notifiers.channel.HttpProvider;
import org.larum.notifiers.channel.Secret;

/** Twilio, as far as its answers go. */
final class TwilioExamples implements OtherSide {

    static final String ADAS_NUMBER = "+447700900123";
    static final URI STATUS = URI.create("https://larum.example.org/telephone/twilio/status/");
    static final URI ANSWER = URI.create("https://larum.example.org/telephone/twilio/answer/t0ken");

    private final Secret secret;
    private final HttpProvider http;

    private TwilioExamples(String secret, Function<TwilioAccount, Destination> to) {
        this.secret = new Secret(secret);
        this.http = new HttpProvider(base -> to.apply(account(base)));
    }

    static TwilioExamples ofCalls(String secret) {
        return new TwilioExamples(secret, account -> new Telephone(ADAS_NUMBER, account, STATUS, ANSWER));
    }

    static TwilioExamples ofMessages(String secret) {
        return new TwilioExamples(
                secret, account -> new Handset(ADAS_NUMBER, List.of(new ByTwilio("twilio", account, STATUS))));
    }

    private TwilioAccount account(URI base) {
        return new TwilioAccount("AC123", secret, "+15005550006", "+15005550007", base);
    }

    HttpProvider http() {
        return http;
    }

    Secret secret() {
        return secret;
    }

    static String error(int code, int status) {
        return "{\"code\": " + code + ", \"message\": \"The number " + ADAS_NUMBER + " is not good\", \"status\": "
                + status + "}";
    }

    /** The form of the last call. */
    Map<String, String> form() {
        return Arrays.stream(http.calls().getLast().json().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void accepts() {
        http.answers(201, Map.of(), "{\"sid\": \"SM42\", \"status\": \"queued\"}");
    }

    @Override
    public void refusesForGood() {
        http.answers(400, Map.of(), error(21211, 400));
    }

    @Override
    public void asksToTryLater() {
        http.answers(429, Map.of(), error(20429, 429));
    }

    @Override
    public void fallsSilent() {
        http.fallsSilent();
    }

    @Override
    public void hangsUp() {
        http.hangsUp();
    }

    @Override
    public void goesAway() {
        http.goesAway();
    }

    @Override
    public String heard() {
        return http.heard();
    }

    @Override
    public Destination address() {
        return http.address();
    }

    @Override
    public void close() {
        http.close();
    }
}
