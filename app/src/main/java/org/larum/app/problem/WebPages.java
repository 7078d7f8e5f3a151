package org.larum.app.problem;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The one page of the web app, which finds its way by the address. */
public final class WebPages {

    private static final Resource INDEX = new ClassPathResource("static/index.html");

    private WebPages() {}

    public static ResponseEntity<Resource> index() {
        return page(HttpStatus.OK);
    }

    static ResponseEntity<Resource> notFound() {
        return page(HttpStatus.NOT_FOUND);
    }

    private static ResponseEntity<Resource> page(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.valueOf("text/html;charset=utf-8"))
                .cacheControl(CacheControl.noCache())
                .body(INDEX);
    }
}
