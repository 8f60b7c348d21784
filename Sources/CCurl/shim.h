// libcurl is opened when something is fetched, not linked: its calls with a varying argument are made here, as Swift
// makes none of that kind.
#include <stddef.h>
#include <sys/socket.h>

static inline int dossier_curl_set_long(void *call, void *handle, int option, long value) {
    return ((int (*)(void *, int, ...))call)(handle, option, value);
}

static inline int dossier_curl_set_pointer(void *call, void *handle, int option, const void *value) {
    return ((int (*)(void *, int, ...))call)(handle, option, value);
}

typedef size_t (*dossier_curl_write)(char *, size_t, size_t, void *);

static inline int dossier_curl_set_write(void *call, void *handle, int option, dossier_curl_write value) {
    return ((int (*)(void *, int, ...))call)(handle, option, value);
}

// As `struct curl_sockaddr` of libcurl's multi-year stable interface.
struct dossier_curl_address {
    int family;
    int type;
    int protocol;
    unsigned int length;
    struct sockaddr address;
};

typedef int (*dossier_curl_open)(void *, int, struct dossier_curl_address *);

static inline int dossier_curl_set_open(void *call, void *handle, int option, dossier_curl_open value) {
    return ((int (*)(void *, int, ...))call)(handle, option, value);
}

static inline int dossier_curl_get_long(void *call, void *handle, int info, long *value) {
    return ((int (*)(void *, int, ...))call)(handle, info, value);
}

static inline int dossier_curl_get_text(void *call, void *handle, int info, char **value) {
    return ((int (*)(void *, int, ...))call)(handle, info, value);
}
