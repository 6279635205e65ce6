-- Lists the latest fifty case files.
wrk.headers["Authorization"] = "Bearer " .. os.getenv("IPCASE_TOKEN")
wrk.path = "/api/cases?limit=50"
