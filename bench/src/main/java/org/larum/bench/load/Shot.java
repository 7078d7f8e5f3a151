package org.larum.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * One prepared request.
 *
 * @param request its bytes, head and body
 * @param number what the driver knows it by
 * @param alerts how many alerts are in it
 * @param intended when it should leave, in nanoseconds of the loader's clock; {@link #WHENEVER} as soon as it can
 */
public record Shot(byte[] request, long number, int alerts, long intended) {

    public static final long WHENEVER = -1;

    /** The bytes of a POST of JSON; {@code headers} are whole lines. */
    public static byte[] post(String path, String headers, String body) {
        return request("POST", path, headers, body);
    }

    public static byte[] get(String path, String headers) {
        return request("GET", path, headers, "");
    }

    private static byte[] request(String method, String path, String headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + headers
                        + "Content-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        var all = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        return all;
    }
}
