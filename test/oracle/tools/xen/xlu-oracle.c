/* xlu-oracle: print what Xen's own libxlutil makes of its input, one JSON object per line.
 *
 *   xlu-oracle cfg  FILE|- [NAME]   xlu_cfg_readdata: settings in file order (name, line, op, value); NAME is used in messages
 *   xlu-oracle cfg-all FILE...      the same of many files, a line each, called `cfg` in messages; one that kills the library
 *                                   (an assertion) gives {"signal":N}
 *   xlu-oracle disk SPEC...         xlu_disk_parse of each SPEC
 *   xlu-oracle rate RATE...         xlu_vif_parse_rate
 *   xlu-oracle pci  SPEC...         xlu_pci_parse_spec_string
 *   xlu-oracle bdf  BDF...          xlu_pci_parse_bdf
 *   xlu-oracle rdm  SPEC...         xlu_rdm_parse
 *
 * build: gcc -O1 -o xlu-oracle xlu-oracle.c -lxlutil -lxenlight      (headers and libraries of libxen-dev)
 * The private structs repeat tools/libs/util/libxlu_internal.h (the same in 4.17 and in master, Aug 2026).
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <libxl.h>
#include <libxlutil.h>

typedef struct { int first_line, first_column, last_line, last_column; } Loc;
struct XLU_ConfigList { int avalues, nvalues; XLU_ConfigValue **values; };
struct XLU_ConfigValue { enum XLU_ConfigValueType type; union { char *string; XLU_ConfigList list; } u; Loc loc; };
typedef struct Set { struct Set *next; char *name; XLU_ConfigValue *value; int op; int lineno; } Set;
struct XLU_Config { Set *settings; FILE *report; char *config_source; };

static void json_string(const char *s) {           /* bytes outside ASCII come out one by one as \u00XX */
    putchar('"');
    for (const unsigned char *p = (const void *)s; p && *p; p++)
        if (*p == '"' || *p == '\\') printf("\\%c", *p);
        else if (*p < 0x20 || *p >= 0x7f) printf("\\u%04x", *p);
        else putchar(*p);
    putchar('"');
}
static void json_value(XLU_ConfigValue *v) {
    if (!v) { printf("null"); return; }
    if (v->type == XLU_STRING) { json_string(v->u.string); return; }
    putchar('[');
    for (int i = 0; i < v->u.list.nvalues; i++) { if (i) putchar(','); json_value(v->u.list.values[i]); }
    putchar(']');
}
static void json_member(const char *name, char *json) {       /* libxl's own JSON, put on one line */
    for (char *p = json; *p; p++) if (*p == '\n') *p = ' ';
    printf(",\"%s\":%s", name, json);
}

static char *report; static size_t report_size; static FILE *report_file;
static XLU_Config *new_config(const char *source) { report_file = open_memstream(&report, &report_size); return xlu_cfg_init(report_file, source); }
static void finish(void) { fflush(report_file); printf(",\"report\":"); json_string(report ? report : ""); printf("}\n"); }

typedef struct { char *bytes; size_t size; } Data;

static int read_data(const char *path, Data *data) {
    FILE *f = strcmp(path, "-") ? fopen(path, "rb") : stdin;
    if (!f) { perror(path); return 2; }
    size_t cap = 0, got; data->bytes = NULL; data->size = 0;
    do {
        if (data->size + 65536 > cap) { cap = cap * 2 + 131072; data->bytes = realloc(data->bytes, cap); }
        got = fread(data->bytes + data->size, 1, 65536, f); data->size += got;
    } while (got);
    if (f != stdin) fclose(f);
    return 0;
}

static void config(const Data *data, const char *name) {
    XLU_Config *c = new_config(name);
    printf("{\"rc\":%d,\"settings\":[", xlu_cfg_readdata(c, data->bytes, data->size));
    int count = 0; for (Set *s = c->settings; s; s = s->next) count++;
    Set **in_order = calloc(count + 1, sizeof *in_order);
    int i = count; for (Set *s = c->settings; s; s = s->next) in_order[--i] = s;      /* the list runs newest first */
    for (i = 0; i < count; i++) {
        printf("%s{\"name\":", i ? "," : ""); json_string(in_order[i]->name);
        printf(",\"line\":%d,\"op\":\"%s\",\"value\":", in_order[i]->lineno, in_order[i]->op ? "+=" : "=");
        json_value(in_order[i]->value); putchar('}');
    }
    putchar(']'); finish(); free(in_order);
}

/* The library's assertions fail only for a string with a NUL in it: such a file gets a process of its own. */
static int all_configs(int count, char **paths) {
    for (int i = 0; i < count; i++) {
        Data data; int status;
        if (read_data(paths[i], &data)) return 2;
        if (!memchr(data.bytes, 0, data.size)) { config(&data, "cfg"); free(data.bytes); continue; }
        fflush(stdout);
        pid_t child = fork();
        if (child < 0) { perror("fork"); return 2; }
        if (!child) {
            if (!freopen("/dev/null", "w", stderr)) exit(2);
            config(&data, "cfg"); exit(0);
        }
        if (waitpid(child, &status, 0) < 0) { perror("waitpid"); return 2; }
        if (WIFSIGNALED(status)) printf("{\"signal\":%d}\n", WTERMSIG(status));
        else if (WEXITSTATUS(status)) return WEXITSTATUS(status);
        free(data.bytes);
    }
    return 0;
}

int main(int argc, char **argv) {
    if (argc < 3) { fprintf(stderr, "usage: xlu-oracle cfg FILE|- [NAME] | cfg-all FILE... | disk|rate|pci|bdf|rdm ARG...\n"); return 2; }
    const char *mode = argv[1];
    if (!strcmp(mode, "cfg")) {
        Data data;
        if (read_data(argv[2], &data)) return 2;
        config(&data, argc > 3 ? argv[3] : "cfg"); return 0;
    }
    if (!strcmp(mode, "cfg-all")) return all_configs(argc - 2, argv + 2);
    for (int i = 2; i < argc; i++) {
        XLU_Config *c = new_config("arg"); const char *spec = argv[i]; int rc; char *json;
        if (!strcmp(mode, "disk")) {
            libxl_device_disk d; libxl_device_disk_init(&d); rc = xlu_disk_parse(c, 1, &spec, &d);
            printf("{\"spec\":"); json_string(spec); printf(",\"rc\":%d", rc);
            if (!rc && (json = libxl_device_disk_to_json(NULL, &d))) json_member("disk", json);
        } else if (!strcmp(mode, "rate")) {
            libxl_device_nic d; libxl_device_nic_init(&d); rc = xlu_vif_parse_rate(c, spec, &d);
            printf("{\"rate\":"); json_string(spec);
            printf(",\"rc\":%d,\"bytes_per_interval\":%llu,\"interval_usecs\":%u", rc, (unsigned long long)d.rate_bytes_per_interval, d.rate_interval_usecs);
        } else if (!strcmp(mode, "pci") || !strcmp(mode, "bdf")) {
            libxl_device_pci d; libxl_device_pci_init(&d);
            rc = mode[0] == 'p' ? xlu_pci_parse_spec_string(c, &d, spec) : xlu_pci_parse_bdf(c, &d, spec);
            printf("{\"spec\":"); json_string(spec); printf(",\"rc\":%d", rc);
            if (!rc && (json = libxl_device_pci_to_json(NULL, &d))) json_member("pci", json);
        } else if (!strcmp(mode, "rdm")) {
            libxl_rdm_reserve d; libxl_rdm_reserve_init(&d); rc = xlu_rdm_parse(c, &d, spec);
            printf("{\"spec\":"); json_string(spec); printf(",\"rc\":%d,\"strategy\":%d,\"policy\":%d", rc, d.strategy, d.policy);
        } else { fprintf(stderr, "xlu-oracle: unknown mode %s\n", mode); return 2; }
        finish();
    }
    return 0;
}
